// SPDX-License-Identifier: MIT

#include "model/year/proposals.h"

#include "base/holiday.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "arena_fixture.h"

enum { WORKING_DAYS = 5, LEAST_BETWEEN = 21 };

static struct meeting_plan plan_of(const char *committee, int times, int weekday) {
    return (struct meeting_plan){.committee = {.text = text_from(committee)},
                                 .times = {.value = times},
                                 .weekday = {.index = weekday - 1, .at = {1, 1}}};
}

static void may_meet(struct date day, int weekday) {
    assert_true(is_working_day(day));
    assert_int_equal(date_weekday(day), weekday);
    assert_int_not_equal(day.month, 7);
    assert_false(day.month == 12 && day.day >= 20);
    assert_false(day.month == 1 && day.day <= 6);
    int before_easter = date_days_between(day, easter_sunday(day.year));
    assert_false(before_easter >= 0 && before_easter < 7);
}

static void look_at(struct proposals proposals, int times, int weekday) {
    assert_int_equal(proposals.count, times);
    for (size_t i = 0; i < proposals.count; i++)
        may_meet(proposals.items[i].day, weekday);
    for (size_t i = 1; i < proposals.count; i++)
        assert_true(date_days_between(proposals.items[i - 1].day, proposals.items[i].day) >=
                    LEAST_BETWEEN);
}

// Each day of the week, as often as may be, in each year there is.
static void every_year(void **state) {
    (void)state;
    for (int weekday = 1; weekday <= WORKING_DAYS; weekday++)
        for (int times = 1; times <= MOST_MEETINGS; times++) {
            struct meeting_plan plan = plan_of("ASU", times, weekday);
            const struct year_wheel wheel = {.meeting_plans = {&plan, 1}};
            struct arena_savepoint before = arena_save(&arena);
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
                look_at(proposals_of(&wheel, year, &arena), times, weekday);
            arena_release(&arena, before);
        }
}

// Of two bodies none meets on a day of the other, as long as there are enough.
static void others(void **state) {
    (void)state;
    struct meeting_plan plans[] = {plan_of("ASU", 6, 4), plan_of("PSU", 6, 4),
                                   plan_of("AU", 12, 4)};
    const struct year_wheel wheel = {.meeting_plans = {plans, 3}};
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        const struct proposals all = proposals_of(&wheel, year, &arena);
        assert_int_equal(all.count, 24);
        for (size_t i = 0; i < 6; i++)
            for (size_t j = 6; j < 12; j++)
                assert_int_not_equal(date_compare(all.items[i].day, all.items[j].day), 0);
        look_at((struct proposals){&all.items[6], 6}, 6, 4);
        look_at((struct proposals){&all.items[12], 12}, 12, 4);
    }
}

// What could not be read is not proposed.
static void unread(void **state) {
    (void)state;
    struct meeting_plan plans[] = {plan_of("ASU", 0, 2), plan_of("PSU", 4, 0)};
    const struct year_wheel wheel = {.meeting_plans = {plans, 2}};
    assert_int_equal(proposals_of(&wheel, 2025, &arena).count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_year, start, finish),
        cmocka_unit_test_setup_teardown(others, start, finish),
        cmocka_unit_test_setup_teardown(unread, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
