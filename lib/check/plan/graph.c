// SPDX-License-Identifier: MIT

#include "check/plan/graph.h"

const struct scalar_list *action_sees(const struct action *action) {
    return &action->see;
}

const struct scalar_list *action_depends_on(const struct action *action) {
    return &action->depends_on;
}

// All references of a plan, one after the other.
struct reference_walk {
    struct plan_walk actions;
    const struct scalar_list *(*list_of)(const struct action *action);
    const struct action *from;
    size_t next;
};

static bool next_reference(struct reference_walk *walk, struct action_reference *reference) {
    for (;;) {
        const struct scalar_list *list = walk->from == NULL ? NULL : walk->list_of(walk->from);
        while (list != NULL && walk->next < list->count) {
            struct scalar to = list->items[walk->next++];
            *reference = (struct action_reference){
                walk->from, index_find(&walk->actions.plan->actions, to.text), to.at};
            if (reference->to != NULL && walk->from->number.text.size > 0)
                return true;
        }
        walk->from = plan_next_action(&walk->actions);
        walk->next = 0;
        if (walk->from == NULL)
            return false;
    }
}

struct action_graph
action_graph_make(const struct plan *plan,
                  const struct scalar_list *(*references)(const struct action *),
                  struct arena *arena) {
    const struct reference_walk start = {.actions = {.plan = plan}, .list_of = references};
    struct action_reference reference;
    // Edges are counted two places further up, and filled in one place further up: then each
    // thing's start has moved on to where that of the next one is.
    size_t *first = arena_alloc(arena, (plan->action_count + 2) * sizeof *first);
    struct reference_walk counting = start, filling = start;
    while (next_reference(&counting, &reference))
        first[reference.from->original->order + 2]++;
    size_t count = 0;
    for (size_t i = 0; i < plan->action_count; i++) {
        count += first[i + 2];
        first[i + 2] = count;
    }
    size_t *targets = arena_alloc(arena, (count + 1) * sizeof *targets);
    struct action_graph made = {
        .graph = {plan->action_count, first, targets},
        .references = arena_alloc(arena, (count + 1) * sizeof *made.references),
    };
    while (next_reference(&filling, &reference)) {
        size_t edge = first[reference.from->original->order + 1]++;
        made.references[edge] = reference;
        targets[edge] = reference.to->original->order;
    }
    return made;
}
