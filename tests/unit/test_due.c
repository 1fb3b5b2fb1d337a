// SPDX-License-Identifier: MIT

#include "model/plan/due.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void assert_days(enum mark mark, int first_month, int last_month, int last_day) {
    const struct year_mark marked = {.year = 2023, .mark = mark};
    struct date first = mark_first_day(marked), last = mark_last_day(marked);
    assert_true(first.year == 2023 && first.month == first_month && first.day == 1);
    assert_true(last.year == 2023 && last.month == last_month && last.day == last_day);
}

static void marks_of_half_years_and_years(void **state) {
    (void)state;
    assert_days(MARK_ALL_YEAR, 1, 12, 31);
    assert_days(MARK_SPRING, 1, 6, 30);
    assert_days(MARK_AUTUMN, 7, 12, 31);
    assert_days(MARK_SPRING_AUTUMN, 1, 12, 31);
    assert_days(MARK_START_SPRING, 1, 12, 31);
    assert_days(MARK_START_AUTUMN, 7, 12, 31);
    assert_days(MARK_STARTED, 1, 12, 31);
    assert_days(MARK_FIRST_HALF, 1, 6, 30);
    assert_days(MARK_SECOND_HALF, 7, 12, 31);
}

static void marks_of_quarters_and_months(void **state) {
    (void)state;
    assert_days(MARK_QUARTER, 1, 3, 31);
    assert_days(MARK_QUARTER + 1, 4, 6, 30);
    assert_days(MARK_QUARTER + 2, 7, 9, 30);
    assert_days(MARK_QUARTER + 3, 10, 12, 31);
    for (int month = 1; month <= 12; month++)
        assert_days((enum mark)(MARK_MONTH + month - 1), month, month,
                    date_days_in_month(2023, month));
}

static void what_goes_on_has_no_end(void **state) {
    (void)state;
    const struct year_mark marked = {.year = 2023, .mark = MARK_ONGOING};
    assert_int_equal(mark_first_day(marked).month, 1);
    assert_int_equal(mark_months(MARK_ONGOING).to, 12);
    assert_int_equal(mark_last_day(marked).year, LAST_YEAR);
    assert_int_equal(mark_last_day(marked).month, 12);
    assert_int_equal(mark_last_day(marked).day, 31);
}

static void deferred_plans_no_month_and_counts_till_the_year_ends(void **state) {
    (void)state;
    assert_int_equal(mark_months(MARK_DEFERRED).to, 0);
    assert_days(MARK_DEFERRED, 1, 12, 31);
}

static void half_years(void **state) {
    (void)state;
    for (int month = 1; month <= 12; month++) {
        struct date day = {2023, month, 1}, next = next_half_year(day), end = half_year_end(day);
        assert_int_equal(next.year, month <= 6 ? 2023 : 2024);
        assert_int_equal(next.month, month <= 6 ? 7 : 1);
        assert_int_equal(next.day, 1);
        assert_int_equal(end.year, 2023);
        assert_int_equal(end.month, month <= 6 ? 6 : 12);
        assert_int_equal(end.day, month <= 6 ? 30 : 31);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_of_half_years_and_years),
        cmocka_unit_test(marks_of_quarters_and_months),
        cmocka_unit_test(what_goes_on_has_no_end),
        cmocka_unit_test(deferred_plans_no_month_and_counts_till_the_year_ends),
        cmocka_unit_test(half_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
