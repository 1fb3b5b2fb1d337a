// SPDX-License-Identifier: MIT
// What a plan calls its levels, in place of the words of the labels.

#ifndef FELLESSKAP_VIEW_PLAN_LEVEL_WORDS_H
#define FELLESSKAP_VIEW_PLAN_LEVEL_WORDS_H

#include "view/labels.h"

// The labels with the plan's own names of levels in them, in the case of the words that they stand
// for; `labels` itself where it has none. `plan` may be NULL. Lives in the arena.
const struct labels *labels_of_plan(const struct labels *labels, const struct plan *plan,
                                    struct arena *arena);

#endif
