// SPDX-License-Identifier: MIT
// When a plan is in force.

#include "model/plan/plan.h"

bool plan_may_be(struct text path) {
    return text_is(path, PLAN_PATH) || (text_starts_with(path, TEXT("plan/action-plan-")) &&
                                        text_ends_with(path, TEXT(".yaml")));
}

struct date plan_first_day(const struct plan *plan) {
    int year = plan->period.from;
    return plan->in_force.from.date.year != 0 || year == 0 ? plan->in_force.from.date
                                                           : (struct date){year, 1, 1};
}

struct date plan_last_day(const struct plan *plan) {
    int year = plan->period.to;
    return plan->in_force.until.date.year != 0 || year == 0 ? plan->in_force.until.date
                                                            : (struct date){year, 12, 31};
}

bool plan_is_in_force(const struct plan *plan, struct date day) {
    struct date first = plan_first_day(plan), last = plan_last_day(plan);
    return first.year != 0 && date_compare(first, day) <= 0 &&
           (last.year == 0 || date_compare(day, last) <= 0);
}
