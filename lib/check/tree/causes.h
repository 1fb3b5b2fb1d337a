// SPDX-License-Identifier: MIT
// What follows from a key that has not been read is not reported beside it.

#ifndef FELLESSKAP_CHECK_TREE_CAUSES_H
#define FELLESSKAP_CHECK_TREE_CAUSES_H

#include "base/diagnostics.h"

// Whether the rule of the diagnostic looks at something that has not been read, as has been
// reported: then nobody knows whether the rule is broken.
bool is_consequence(const struct diagnostics *diagnostics, const struct diagnostic *diagnostic);

#endif
