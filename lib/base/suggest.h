// SPDX-License-Identifier: MIT
// What was meant, for "did you mean" in messages.

#ifndef FELLESSKAP_BASE_SUGGEST_H
#define FELLESSKAP_BASE_SUGGEST_H

#include "base/diagnostics.h"
#include "base/index.h"

// Like index_nearest(): the key nearest to `text`; but empty when there are already so many
// diagnostics that the walks would take long.
struct text index_suggestion(const struct index *index, struct text text,
                             const struct diagnostics *diagnostics);

#endif
