// SPDX-License-Identifier: MIT
// What was meant, for "did you mean" in messages.

#ifndef FELLESSKAP_BASE_SUGGEST_H
#define FELLESSKAP_BASE_SUGGEST_H

#include "base/diagnostics.h"
#include "base/index.h"

// The key of the index nearest to `text`, as index_nearest(), but empty when there are so many
// diagnostics already that the walks would take long.
struct text index_suggestion(const struct index *index, struct text text,
                             const struct diagnostics *diagnostics);

#endif
