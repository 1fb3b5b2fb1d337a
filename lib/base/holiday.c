// SPDX-License-Identifier: MIT

#include "base/holiday.h"

#include "base/message.h"

const char *const holiday_names[HOLIDAY_COUNT] = {
    [NEW_YEARS_DAY] = N_("New Year's Day"), [MAUNDY_THURSDAY] = N_("Maundy Thursday"),
    [GOOD_FRIDAY] = N_("Good Friday"),      [EASTER_SUNDAY] = N_("Easter Sunday"),
    [EASTER_MONDAY] = N_("Easter Monday"),  [LABOUR_DAY] = N_("1 May"),
    [CONSTITUTION_DAY] = N_("17 May"),      [ASCENSION_DAY] = N_("Ascension Day"),
    [WHIT_SUNDAY] = N_("Whit Sunday"),      [WHIT_MONDAY] = N_("Whit Monday"),
    [CHRISTMAS_DAY] = N_("Christmas Day"),  [SECOND_CHRISTMAS_DAY] = N_("26 December"),
};

// By days after Easter Sunday.
static const struct {
    enum holiday holiday;
    int days;
} moving[] = {
    {MAUNDY_THURSDAY, -3}, {GOOD_FRIDAY, -2}, {EASTER_SUNDAY, 0}, {EASTER_MONDAY, 1},
    {ASCENSION_DAY, 39},   {WHIT_SUNDAY, 49}, {WHIT_MONDAY, 50},
};

static const struct {
    enum holiday holiday;
    int month, day;
} fixed[] = {
    {NEW_YEARS_DAY, 1, 1},          {LABOUR_DAY, 5, 1},
    {CONSTITUTION_DAY, 5, 17},      {CHRISTMAS_DAY, 12, 25},
    {SECOND_CHRISTMAS_DAY, 12, 26},
};

// The Gregorian rule as Meeus, Jones and Butcher have it; the letters are theirs.
struct date easter_sunday(int year) {
    int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
    int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return (struct date){year, n / 31, n % 31 + 1};
}

enum holiday holiday_on(struct date date) {
    int after_easter = date_days_between(easter_sunday(date.year), date);
    for (size_t i = 0; i < sizeof moving / sizeof *moving; i++)
        if (moving[i].days == after_easter)
            return moving[i].holiday;
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (fixed[i].month == date.month && fixed[i].day == date.day)
            return fixed[i].holiday;
    return NO_HOLIDAY;
}

bool is_working_day(struct date date) {
    enum { FRIDAY = 5 };
    return date_weekday(date) <= FRIDAY && holiday_on(date) == NO_HOLIDAY;
}

struct date working_day_by(struct date date) {
    enum { LONGEST = 10 }; // more days than ever follow each other without work
    for (int i = 0; i < LONGEST && !is_working_day(date); i++)
        date = date_days_earlier(date, 1);
    return date;
}
