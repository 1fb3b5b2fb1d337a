// SPDX-License-Identifier: MIT
// What a number of a plan means, now and on an earlier day: an action or a goal may have another
// number today (tidligere-nr), and another one its former number.

#ifndef FELLESSKAP_MODEL_PLAN_NUMBERS_H
#define FELLESSKAP_MODEL_PLAN_NUMBERS_H

#include "model/plan/plan.h"

// What a number meant on a day; `day` of year 0: now. What had it until that day or later comes
// first, then what has it today, then what had it before. NULL where nothing has had it.
const struct action *plan_action(const struct plan *plan, struct text number, struct date day);
const struct goal *plan_goal(const struct plan *plan, struct text number, struct date day);

// Whether something had the number before and has another one now.
bool plan_action_was(const struct plan *plan, struct text number);
bool plan_goal_was(const struct plan *plan, struct text number);

// The number that an action had on a day.
struct text action_number_on(const struct action *action, struct date day);

// Which of two numbers comes first: "1.1.9" before "1.1.10", "2.1.2A" before "2.1.2B". Below zero:
// `a`.
int plan_number_compare(struct text a, struct text b);

// The anchors in the plan's document, "tiltak-2.1.1" and "mål-2.1": an address once given keeps its
// meaning, so what took over the number of something else has one with the day since when,
// "tiltak-2.1.1-fra-2024-07-01".
struct text action_anchor(const struct plan *plan, const struct action *action,
                          struct arena *arena);
struct text goal_anchor(const struct plan *plan, const struct goal *goal, struct arena *arena);

// The one that a reference by `number` leads to: the number's own, where the action had it.
struct text action_anchor_of(const struct plan *plan, const struct action *action,
                             struct text number, struct arena *arena);
struct text goal_anchor_of(const struct plan *plan, const struct goal *goal, struct text number,
                           struct arena *arena);

#endif
