// SPDX-License-Identifier: MIT
// Mendings of what has been mended, told of the file as it was.

#ifndef FELLESSKAP_CHECK_FIX_JOIN_H
#define FELLESSKAP_CHECK_FIX_JOIN_H

#include "check/fix/mend.h"

// What does all at once: the fixes of `first`, and then those of `second`, whose bytes are what
// mend_text() gives of the first.
struct mending mend_join(const struct mending *first, const struct mending *second,
                         struct arena *arena);

#endif
