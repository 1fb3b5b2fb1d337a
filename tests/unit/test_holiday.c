// SPDX-License-Identifier: MIT

#include "base/holiday.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void same_day(struct date found, struct date expected) {
    assert_int_equal(found.year, expected.year);
    assert_int_equal(found.month, expected.month);
    assert_int_equal(found.day, expected.day);
}

// Years at the ends, and the earliest and latest Easter there is.
static void easter(void **state) {
    (void)state;
    static const struct date days[] = {
        {1900, 4, 15}, {1943, 4, 25}, {1954, 4, 18}, {1981, 4, 19}, {2000, 4, 23}, {2008, 3, 23},
        {2024, 3, 31}, {2025, 4, 20}, {2026, 4, 5},  {2027, 3, 28}, {2038, 4, 25}, {2200, 4, 6},
    };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        same_day(easter_sunday(days[i].year), days[i]);
}

static void holidays(void **state) {
    (void)state;
    static const struct {
        struct date date;
        enum holiday holiday;
    } cases[] = {
        {{2026, 1, 1}, NEW_YEARS_DAY},   {{2026, 4, 2}, MAUNDY_THURSDAY},
        {{2026, 4, 3}, GOOD_FRIDAY},     {{2026, 4, 5}, EASTER_SUNDAY},
        {{2026, 4, 6}, EASTER_MONDAY},   {{2026, 5, 1}, LABOUR_DAY},
        {{2026, 5, 14}, ASCENSION_DAY},  {{2026, 5, 17}, CONSTITUTION_DAY},
        {{2026, 5, 24}, WHIT_SUNDAY},    {{2026, 5, 25}, WHIT_MONDAY},
        {{2026, 12, 25}, CHRISTMAS_DAY}, {{2026, 12, 26}, SECOND_CHRISTMAS_DAY},
        {{2026, 12, 24}, NO_HOLIDAY},    {{2026, 4, 4}, NO_HOLIDAY},
        {{2008, 5, 1}, ASCENSION_DAY}, // and 1 May
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(holiday_on(cases[i].date), cases[i].holiday);
}

static void working_days(void **state) {
    (void)state;
    static const struct {
        struct date date, day;
    } cases[] = {
        {{2026, 3, 31}, {2026, 3, 31}}, {{2026, 4, 6}, {2026, 4, 1}},
        {{2026, 5, 17}, {2026, 5, 15}}, {{2027, 1, 1}, {2026, 12, 31}},
        {{2024, 3, 31}, {2024, 3, 27}}, {{2021, 12, 26}, {2021, 12, 24}},
        {{2024, 2, 29}, {2024, 2, 29}}, {{1900, 1, 1}, {1900, 1, 1}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        same_day(working_day_by(cases[i].date), cases[i].day);
}

static void days_earlier(void **state) {
    (void)state;
    same_day(date_days_earlier((struct date){2024, 3, 1}, 1), (struct date){2024, 2, 29});
    same_day(date_days_earlier((struct date){2026, 1, 10}, 10), (struct date){2025, 12, 31});
    same_day(date_days_earlier((struct date){1900, 1, 3}, 7), (struct date){1900, 1, 1});
    // Each day of four centuries is one before the next.
    for (struct date day = {1900, 1, 1}; day.year < LAST_YEAR; day = date_next(day))
        assert_int_equal(date_compare(date_days_earlier(date_next(day), 1), day), 0);
}

static void weeks(void **state) {
    (void)state;
    same_day(date_of_week(2026, 1, 1), (struct date){2025, 12, 29});
    same_day(date_of_week(2026, 1, 5), (struct date){2026, 1, 2});
    same_day(date_of_week(2024, 12, 5), (struct date){2024, 3, 22});
    same_day(date_of_week(2021, 1, 1), (struct date){2021, 1, 4});
    same_day(date_of_week(2026, 53, 5), (struct date){2027, 1, 1});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(easter),       cmocka_unit_test(holidays), cmocka_unit_test(working_days),
        cmocka_unit_test(days_earlier), cmocka_unit_test(weeks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
