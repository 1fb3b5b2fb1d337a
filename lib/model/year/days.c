// SPDX-License-Identifier: MIT

#include "model/year/year.h"

#include "base/holiday.h"

enum { MONTHS = 12, FRIDAY = 5 };

bool duty_has_day(const struct duty *duty) {
    return (duty->month.at.line > 0 && duty->month.index >= 0) || duty->day.month > 0 ||
           duty->week.week > 0;
}

struct due_day day_before(struct date day, int days) {
    struct date written = date_days_earlier(day, days);
    return (struct due_day){working_day_by(written), written};
}

int duty_times(const struct duty *duty) {
    static const int times[RECURRENCE_COUNT] = {
        [EVERY_YEAR] = 1,
        [EVERY_HALF_YEAR] = 2,
        [EVERY_TERTIAL] = 3,
        [EVERY_QUARTER] = 4,
    };
    return duty->every.at.line > 0 && duty->every.index >= 0 ? times[duty->every.index] : 1;
}

static bool is_duty_on(const struct duty *duty, struct date day) {
    return (duty->from.date.year == 0 || date_compare(duty->from.date, day) <= 0) &&
           (duty->to.date.year == 0 || date_compare(day, duty->to.date) <= 0);
}

// The day in a month of the year. A day that this month does not have is its last.
static struct date day_in_month(const struct duty *duty, int year, int month) {
    int last = date_days_in_month(year, month);
    int day = duty->day.month > 0 && duty->day.day < last ? duty->day.day : last;
    return (struct date){year, month, day};
}

static size_t add_day(const struct duty *duty, struct date written, struct due_day days[],
                      size_t count) {
    if (!is_duty_on(duty, written))
        return count;
    days[count] = day_before(written, 0);
    return count + 1;
}

size_t duty_days(const struct duty *duty, int year, struct due_day days[MOST_DUE_DAYS]) {
    if (!duty_has_day(duty))
        return 0;
    if (duty->week.week > 0)
        return add_day(duty, date_of_week(year, duty->week.week, FRIDAY), days, 0);
    int times = duty_times(duty), between = MONTHS / times;
    int first = duty->day.month > 0 ? duty->day.month - 1 : duty->month.index;
    size_t count = 0;
    for (int i = 0; i < times; i++)
        count =
            add_day(duty, day_in_month(duty, year, first % between + i * between + 1), days, count);
    return count;
}
