// SPDX-License-Identifier: MIT
// Which plan a document means, and what its references to actions lead to.

#ifndef FELLESSKAP_VIEW_MEANT_H
#define FELLESSKAP_VIEW_MEANT_H

#include "model/tree/plans.h"
#include "view/context.h"

// What a reference to an action leads to in a document.
struct found_action view_action(const struct view_context *context, struct text number);

// Whether the numbers of a plan are those that a document means where it names no plan.
bool view_is_own_plan(const struct view_context *context, const struct plan *plan);

#endif
