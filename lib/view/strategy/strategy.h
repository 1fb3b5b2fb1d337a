// SPDX-License-Identifier: MIT
// The strategy, with what the plan does about it: of each area its goals, actions and how these
// stand, and the plan by groups of patients.

#ifndef FELLESSKAP_VIEW_STRATEGY_STRATEGY_H
#define FELLESSKAP_VIEW_STRATEGY_STRATEGY_H

#include "view/view.h"

// The view "strategi" of docs/views.md. `plan` is as of the day; NULL: the tree has none.
struct value strategy_value(const struct view_context *context, const struct strategy *strategy,
                            const struct plan *plan);

#endif
