// SPDX-License-Identifier: MIT
// When an action is to be done, by its deadline and the marks of its years.

#ifndef FELLESSKAP_MODEL_PLAN_DUE_H
#define FELLESSKAP_MODEL_PLAN_DUE_H

#include "model/plan/plan.h"

// The first day of what a mark plans, and the last; of what goes on without an end, the last of the
// last year that there is.
struct date mark_first_day(struct year_mark mark);
struct date mark_last_day(struct year_mark mark);

// The first and the last mark that plans something; NULL where none does.
const struct year_mark *first_planned(const struct year_marks *years);
const struct year_mark *last_planned(const struct year_marks *years);

// Whether it is done or dropped.
bool action_is_closed(const struct action *action);

// Whether its deadline, or the last day that is planned for it, was before the day, and it is not
// closed. Year 0: false.
bool action_is_overdue(const struct action *action, struct date day);

// Whether something is planned for it from one day to another.
bool action_is_planned(const struct action *action, struct date from, struct date to);

// The half-year after that of a day: its first day, and the last.
struct date next_half_year(struct date day);
struct date half_year_end(struct date first);

#endif
