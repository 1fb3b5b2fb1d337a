// SPDX-License-Identifier: MIT

#include "model/plan/dependency.h"

#include "model/plan/due.h"

bool action_is_dropped(const struct action *action) {
    int status = action_status(action);
    return status == STATUS_DEFERRED || status == STATUS_DROPPED;
}

bool action_planned_years(const struct action *action, int *first, int *last) {
    const struct year_marks *years = &action->original->years;
    bool any = false;
    for (size_t i = 0; i < years->count; i++) {
        if (years->items[i].mark == MARK_NONE || years->items[i].mark == MARK_DEFERRED)
            continue;
        if (!any)
            *first = years->items[i].year;
        *last = mark_last_day(years->items[i]).year;
        any = true;
    }
    return any;
}

enum dependency action_dependency(const struct action *waiting, const struct action *awaited,
                                  struct date today, int *year) {
    int first = 0, last = 0, first_of_other = 0, last_of_other = 0;
    if (action_status(awaited) == STATUS_DONE)
        return DEPENDENCY_IN_TIME;
    if (action_is_dropped(awaited))
        return DEPENDENCY_DROPPED;
    if (!action_planned_years(awaited, &first_of_other, &last_of_other))
        return DEPENDENCY_IN_TIME;
    if (action_planned_years(waiting, &first, &last) && last < first_of_other) {
        *year = first_of_other;
        return DEPENDENCY_LATER;
    }
    *year = last_of_other;
    return today.year > last_of_other ? DEPENDENCY_UNFINISHED : DEPENDENCY_IN_TIME;
}
