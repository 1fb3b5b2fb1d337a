// SPDX-License-Identifier: MIT
// Which plan of a tree is meant, and what a reference to one of its actions or goals leads to. A
// reference may name the plan: "2026/1.2.1". Where it does not, that is the plan in force on the
// day of whoever refers to it, in a tree of several.

#ifndef FELLESSKAP_MODEL_TREE_PLANS_H
#define FELLESSKAP_MODEL_TREE_PLANS_H

#include "model/tree/repository.h"

// "2026/1.2.1" → "2026" and "1.2.1"; the plan is empty where none is named.
struct plan_reference {
    struct text plan;
    struct text number;
};
struct plan_reference plan_reference_of(struct text written);

// The only plan of the tree; of several, the one in force on the day: that of the committee, or
// else the only one in force. `day` of year 0: repository_now(). NULL: none, or nobody knows which.
const struct plan *repository_plan(const struct repository *repository, struct text committee,
                                   struct date day);

// By its id; NULL where no plan has it.
const struct plan *repository_plan_of_id(const struct repository *repository, struct text id);

// The plan of a file; NULL where it has not been read.
const struct plan *repository_plan_at(const struct repository *repository, struct text path);

// What is meant by now where no day is: `today`, or without it the day of the last meeting.
struct date repository_now(const struct repository *repository);

// The ids of all plans with commas between, for messages.
struct text repository_plan_ids(const struct repository *repository);

// The plan of a note: the one that it names, or the one in force on its day.
const struct plan *repository_plan_of_note(const struct repository *repository,
                                           const struct status_note *note);

// The notes on a plan, by their days; those without actions are among them.
struct status_notes repository_notes_on(const struct repository *repository,
                                        const struct plan *plan);

// The day on which the references of a grant were written: its decision's, or else the first of the
// year that its id names; year 0: not known.
struct date repository_grant_day(const struct repository *repository, const struct grant *grant);

// What a reference leads to. Both NULL: the plan is not known; no action: the plan has none.
struct found_action {
    const struct plan *plan;
    const struct action *action;
    struct text number; // in that plan
};

struct found_goal {
    const struct plan *plan;
    const struct goal *goal;
    struct text number;
};

// `own`: the plan in which the reference is, or NULL; its own numbers are meant, not those of the
// plan in force. A number that has been given up is found, and so is one of a plan that the tree
// does not have any more: by `tidligere-nr` (model/plan/numbers.h).
struct found_action repository_action(const struct repository *repository, struct text written,
                                      const struct plan *own, struct text committee,
                                      struct date day);
struct found_goal repository_goal(const struct repository *repository, struct text written,
                                  const struct plan *own, struct text committee, struct date day);

#endif
