// SPDX-License-Identifier: MIT

#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void dates(void **state) {
    (void)state;
    static const struct {
        const char *text;
        struct date date; // year 0: refused
    } cases[] = {
        {"2024-10-29", {2024, 10, 29}},
        {"2024-02-29", {2024, 2, 29}},
        {"2000-02-29", {2000, 2, 29}},
        {"1900-02-28", {1900, 2, 28}},
        {"1900-02-29", {0, 0, 0}},
        {"2023-02-29", {0, 0, 0}},
        {"2024-13-01", {0, 0, 0}},
        {"2024-00-10", {0, 0, 0}},
        {"2024-04-31", {0, 0, 0}},
        {"2024-4-30", {0, 0, 0}},
        {"29.10.2024", {0, 0, 0}},
        {"2024/10/29", {0, 0, 0}},
        {"1899-12-31", {0, 0, 0}},
        {"2201-01-01", {0, 0, 0}},
        {"", {0, 0, 0}},
        {"2024-10-29 ", {0, 0, 0}},
        {"2024-1a-29", {0, 0, 0}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct date date = {0, 0, 0};
        assert_int_equal(date_parse(text_from(cases[i].text), &date), cases[i].date.year != 0);
        assert_int_equal(date_compare(date, cases[i].date), 0);
    }
}

static void weekdays(void **state) {
    (void)state;
    static const struct {
        struct date date;
        int weekday;
    } cases[] = {
        {{2024, 10, 29}, 2}, {{1970, 1, 1}, 4},   {{1900, 1, 1}, 1},   {{2000, 2, 29}, 2},
        {{2024, 3, 1}, 5},   {{2026, 11, 22}, 7}, {{1969, 12, 28}, 7},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(date_weekday(cases[i].date), cases[i].weekday);
}

// The last of a shorter month; no further than the last year.
static void months_later(void **state) {
    (void)state;
    static const struct {
        struct date date;
        int months;
        struct date later;
    } cases[] = {
        {{2024, 1, 29}, 1, {2024, 2, 29}},
        {{2024, 1, 30}, 1, {2024, 2, 29}},
        {{2024, 1, 31}, 1, {2024, 2, 29}},
        {{2023, 1, 31}, 1, {2023, 2, 28}},
        {{2024, 1, 31}, 2, {2024, 3, 31}},
        {{2024, 1, 31}, 3, {2024, 4, 30}},
        {{2024, 2, 29}, 12, {2025, 2, 28}},
        {{2024, 2, 29}, 48, {2028, 2, 29}},
        {{2024, 10, 29}, 2, {2024, 12, 29}},
        {{2024, 10, 29}, 3, {2025, 1, 29}},
        {{2024, 10, 29}, 0, {2024, 10, 29}},
        {{2024, 12, 31}, 12, {2025, 12, 31}},
        {{2199, 12, 30}, 12, {2200, 12, 30}},
        {{2200, 12, 30}, 0, {2200, 12, 30}},
        {{2200, 12, 30}, 1, {2200, 12, 31}},
        {{2024, 10, 29}, 2112, {2200, 10, 29}},
        {{2024, 10, 29}, 2147483647, {2200, 12, 31}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            date_compare(date_months_later(cases[i].date, cases[i].months), cases[i].later), 0);
}

// Every day follows the one before it: weekday, seconds, order.
static void days_in_a_row(void **state) {
    (void)state;
    struct date before = {1900, 1, 1};
    for (int year = 1900; year <= 2200; year++)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= date_days_in_month(year, month); day++) {
                struct date date = {year, month, day};
                if (date_compare(before, date) == 0)
                    continue;
                assert_true(date_compare(before, date) < 0);
                assert_int_equal(date_to_seconds(date) - date_to_seconds(before), 86400);
                assert_int_equal(date_weekday(date), date_weekday(before) % 7 + 1);
                before = date;
            }
    assert_int_equal(date_to_seconds((struct date){1970, 1, 1}), 0);
}

static void clock_times(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int minutes; // -1: refused
    } cases[] = {
        {"13.00", 780},  {"13:05", 785}, {"9.30", 570},  {"00.00", 0},
        {"24.00", 1440}, {"24.01", -1},  {"13.60", -1},  {"13", -1},
        {"1300", -1},    {"13.0", -1},   {"13.000", -1}, {".30", -1},
        {"13,00", -1},   {"-1.00", -1},  {"", -1},       {"kl. 13", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int minutes = -1;
        assert_int_equal(clock_parse(text_from(cases[i].text), &minutes), cases[i].minutes >= 0);
        assert_int_equal(minutes, cases[i].minutes);
    }
}

static void spans(void **state) {
    (void)state;
    int from, to;
    assert_true(clock_span_parse(TEXT("13.00–17.00"), &from, &to));
    assert_int_equal(from, 780);
    assert_int_equal(to, 1020);
    assert_true(clock_span_parse(TEXT("13:00-17:00"), &from, &to));
    assert_true(clock_span_parse(TEXT("9.00 – 10.30"), &from, &to));
    assert_false(clock_span_parse(TEXT("17.00–13.00"), &from, &to));
    assert_false(clock_span_parse(TEXT("13.00–13.00"), &from, &to));
    assert_false(clock_span_parse(TEXT("13.00"), &from, &to));
    assert_false(clock_span_parse(TEXT("13.00–"), &from, &to));
    assert_false(clock_span_parse(TEXT("–"), &from, &to));
}

static void periods(void **state) {
    (void)state;
    int from, to;
    assert_true(period_parse(TEXT("2022–2025"), &from, &to));
    assert_int_equal(from, 2022);
    assert_int_equal(to, 2025);
    assert_true(period_parse(TEXT("2022-2025"), &from, &to));
    assert_true(period_parse(TEXT("2024"), &from, &to));
    assert_int_equal(from, to);
    assert_false(period_parse(TEXT("2025–2022"), &from, &to));
    assert_false(period_parse(TEXT("2022–25"), &from, &to));
    assert_false(period_parse(TEXT("22–25"), &from, &to));
    assert_false(period_parse(TEXT("2022–2025–2028"), &from, &to));
    assert_false(period_parse(TEXT(""), &from, &to));
}

static void written(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, abort);
    assert_true(text_is(date_iso(&arena, (struct date){2024, 1, 9}), "2024-01-09"));
    assert_true(text_is(clock_text(&arena, 545), "09.05"));
    arena_free(&arena);
}

static void time_offsets(void **state) {
    (void)state;
    static const struct {
        struct date date;
        int minutes, offset;
    } cases[] = {
        {{2024, 1, 16}, 540, 60},   {{2024, 6, 19}, 540, 120},  {{2024, 3, 31}, 119, 60},
        {{2024, 3, 31}, 180, 120},  {{2024, 10, 27}, 60, 120},  {{2024, 10, 27}, 180, 60},
        {{2024, 10, 26}, 780, 120}, {{2023, 3, 26}, 120, 120},  {{2026, 10, 25}, 179, 120},
        {{2026, 10, 25}, 180, 60},  {{2024, 12, 31}, 1440, 60},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(norwegian_time_offset(cases[i].date, cases[i].minutes), cases[i].offset);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates),         cmocka_unit_test(weekdays),
        cmocka_unit_test(days_in_a_row), cmocka_unit_test(clock_times),
        cmocka_unit_test(spans),         cmocka_unit_test(periods),
        cmocka_unit_test(written),       cmocka_unit_test(time_offsets),
        cmocka_unit_test(months_later),
    };
    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
