// SPDX-License-Identifier: MIT

#include "model/plan/due.h"

struct date mark_first_day(struct year_mark mark) {
    return (struct date){mark.year, mark_months(mark.mark).from + 1, 1};
}

struct date mark_last_day(struct year_mark mark) {
    int month = mark_months(mark.mark).to;
    if (mark.mark == MARK_ONGOING)
        return (struct date){LAST_YEAR, 12, 31};
    return month == 0 ? (struct date){mark.year, 12, 31}
                      : (struct date){mark.year, month, date_days_in_month(mark.year, month)};
}

const struct year_mark *first_planned(const struct year_marks *years) {
    for (size_t i = 0; i < years->count; i++)
        if (years->items[i].mark != MARK_DEFERRED)
            return &years->items[i];
    return NULL;
}

const struct year_mark *last_planned(const struct year_marks *years) {
    for (size_t i = years->count; i > 0; i--)
        if (years->items[i - 1].mark != MARK_DEFERRED)
            return &years->items[i - 1];
    return NULL;
}

bool action_is_closed(const struct action *action) {
    int status = action_status(action);
    return status == STATUS_DONE || status == STATUS_DROPPED;
}

bool action_is_overdue(const struct action *action, struct date day) {
    const struct year_mark *last = last_planned(&action->original->years);
    struct date deadline = action->deadline.day.date;
    if (deadline.year == 0 && last != NULL)
        deadline = mark_last_day(*last);
    return day.year != 0 && deadline.year != 0 && date_compare(deadline, day) < 0 &&
           !action_is_closed(action);
}

bool action_is_planned(const struct action *action, struct date from, struct date to) {
    const struct year_marks *years = &action->original->years;
    for (size_t i = 0; i < years->count; i++)
        if (years->items[i].mark != MARK_DEFERRED && years->items[i].mark != MARK_NONE &&
            date_compare(mark_first_day(years->items[i]), to) <= 0 &&
            date_compare(mark_last_day(years->items[i]), from) >= 0)
            return true;
    return false;
}

struct date next_half_year(struct date day) {
    return day.month <= 6 ? (struct date){day.year, 7, 1} : (struct date){day.year + 1, 1, 1};
}

struct date half_year_end(struct date first) {
    return first.month <= 6 ? (struct date){first.year, 6, 30} : (struct date){first.year, 12, 31};
}
