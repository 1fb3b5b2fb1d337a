// SPDX-License-Identifier: MIT
// What names an action: cases, notes on its status, and allocations of grants. Found once for all
// actions of all plans.

#ifndef FELLESSKAP_MODEL_DECISIONS_NAMED_H
#define FELLESSKAP_MODEL_DECISIONS_NAMED_H

#include "model/decisions/decisions.h"

// What a note told of it.
struct told_of_action {
    const struct status_note *note;
    const struct reported_action *action;
};

struct allocated_to_action {
    const struct grant *grant;
    const struct allocation *allocation;
};

struct naming_action {
    const struct case_history *
        *cases;                  // whose papers link to it, or that a grant in them is for it;
    size_t case_count;           // in the order of `decisions`, of published meetings
    struct told_of_action *told; // by the days of the notes
    size_t told_count;
    struct allocated_to_action *allocations;
    size_t allocation_count;
};

// What is known of all actions; for named_action().
struct named_actions {
    const struct repository *repository;
    struct index actions;
};

// What has been read, as the public may see it: of meetings what `decisions` has.
const struct named_actions *named_actions_of(const struct repository *repository,
                                             const struct decisions *decisions);

// Of an action of a plan; empty where nothing names it.
struct naming_action naming_action(const struct named_actions *named, const struct plan *plan,
                                   const struct action *action, struct arena *arena);

#endif
