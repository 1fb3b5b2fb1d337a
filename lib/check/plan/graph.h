// SPDX-License-Identifier: MIT
// What the actions of a plan say of each other by one of their keys, as a graph. An action and its
// copies (samme-som) are one thing in it.

#ifndef FELLESSKAP_CHECK_PLAN_GRAPH_H
#define FELLESSKAP_CHECK_PLAN_GRAPH_H

#include "base/cycles.h"
#include "model/plan/plan.h"

// One reference, as it is written.
struct action_reference {
    const struct action *from;
    const struct action *to;
    struct position at;
};

struct action_graph {
    struct graph graph;                  // of action->original->order
    struct action_reference *references; // by edge
};

// References to actions that do not exist are left out, and those from actions without a number.
// Owned by the arena.
struct action_graph
action_graph_make(const struct plan *plan,
                  const struct scalar_list *(*references)(const struct action *),
                  struct arena *arena);

// For `references`.
const struct scalar_list *action_sees(const struct action *action);
const struct scalar_list *action_depends_on(const struct action *action);

#endif
