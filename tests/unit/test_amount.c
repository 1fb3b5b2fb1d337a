// SPDX-License-Identifier: MIT

#include "base/amount.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SPACE "\u00A0"

static void read_as_people_write(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t ore;
    } cases[] = {
        {"4,5 mill.", 450000000},
        {"1,85 mill", 185000000},
        {"11,170 millioner", 1117000000},
        {"0,8 mill.", 80000000},
        {"120 000", 12000000},
        {"120000", 12000000},
        {"11 170 000", 1117000000},
        {"1 850 000,50", 185000050},
        {"1" SPACE "850" SPACE "000", 185000000},
        {"1\u2009850\u202F000", 185000000},
        {"800 tusen", 80000000},
        {"1,2 mrd.", INT64_C(120000000000)},
        {"0", 0},
        {"0,05", 5},
        {"1,5", 150},
        {"-500", -50000},
        {"−500", -50000},
        {"kr 500", 50000},
        {"500 kr", 50000},
        {"1 500,-", 150000},
        {"4,5 millioner kroner", 450000000},
        {"4,123456 mill.", 412345600},
        {"9 999 999 999 999,99", AMOUNT_LARGEST},
        {"  7  ", 700},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t ore = -1;
        assert_int_equal(amount_parse(text_from(cases[i].text), &ore), AMOUNT_OK);
        assert_int_equal(ore, cases[i].ore);
    }
}

static void refused(void **state) {
    (void)state;
    static const struct {
        const char *text;
        enum amount_fault fault;
    } cases[] = {
        {"", AMOUNT_NOT_A_NUMBER},
        {"mye", AMOUNT_NOT_A_NUMBER},
        {"4,5 mil", AMOUNT_NOT_A_NUMBER},
        {"4,", AMOUNT_NOT_A_NUMBER},
        {",5", AMOUNT_NOT_A_NUMBER},
        {"1e6", AMOUNT_NOT_A_NUMBER},
        {"NaN", AMOUNT_NOT_A_NUMBER},
        {"--5", AMOUNT_NOT_A_NUMBER},
        {"120`", AMOUNT_NOT_A_NUMBER},
        {"1.500", AMOUNT_PERIOD},
        {"1.5 mill.", AMOUNT_PERIOD},
        {"12 00", AMOUNT_GROUPS},
        {"1 2345", AMOUNT_GROUPS},
        {"1234 567", AMOUNT_GROUPS},
        {"1,005", AMOUNT_ORE},
        {"0,123456789 mill.", AMOUNT_ORE},
        {"10 000 000 000 000", AMOUNT_TOO_LARGE},
        {"99999999999999999999999999999999999", AMOUNT_TOO_LARGE},
        {"10000 mrd.", AMOUNT_TOO_LARGE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t ore = 42;
        assert_int_equal(amount_parse(text_from(cases[i].text), &ore), cases[i].fault);
        assert_int_equal(ore, 42);
    }
}

static void written(void **state) {
    (void)state;
    static const struct {
        int64_t ore;
        const char *text;
    } cases[] = {
        {0, "0"},
        {5, "0,05"},
        {99900, "999"},
        {100000, "1" SPACE "000"},
        {1117000000, "11" SPACE "170" SPACE "000"},
        {185000050, "1" SPACE "850" SPACE "000,50"},
        {-50000, "\u2212500"},
        {AMOUNT_LARGEST, "9" SPACE "999" SPACE "999" SPACE "999" SPACE "999,99"},
    };
    struct arena arena;
    arena_init(&arena, abort);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text text = amount_text(&arena, cases[i].ore);
        int64_t ore;
        assert_true(text_is(text, cases[i].text));
        assert_int_equal(amount_parse(text, &ore), AMOUNT_OK); // and it reads back
        assert_int_equal(ore, cases[i].ore);
    }
    arena_free(&arena);
}

// Also where the memory has been used before: messages take it as a string.
static void an_amount_ends_with_a_nul(void **state) {
    (void)state;
    enum { USED = 1024 };
    struct arena arena;
    arena_init(&arena, abort);
    arena_copy(&arena, "", 0);
    struct arena_savepoint start = arena_save(&arena);
    memset(arena_alloc_unset(&arena, USED), 'x', USED);
    arena_release(&arena, start);
    assert_string_equal(amount_text(&arena, 1250).data, "12,50");
    arena_free(&arena);
}

static void amounts_for_programs(void **state) {
    (void)state;
    static const struct {
        int64_t ore;
        char mark;
        const char *text;
    } cases[] = {
        {0, '.', "0.00"},
        {-5, '.', "-0.05"},
        {185000050, ',', "1850000,50"},
        {INT64_MIN, '.', "-92233720368547758.08"},
    };
    struct arena arena;
    arena_init(&arena, abort);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text text = amount_plain(&arena, cases[i].ore, cases[i].mark);
        assert_true(text_is(text, cases[i].text));
    }
    arena_free(&arena);
}

static void shares(void **state) {
    (void)state;
    static const struct {
        int64_t part, whole;
        const char *text;
    } cases[] = {
        {450000000, 1117000000, "40,3" SPACE "%"},
        {1, 1, "100,0" SPACE "%"},
        {1, 3, "33,3" SPACE "%"},
        {2, 3, "66,7" SPACE "%"},
        {5, 10000, "0,1" SPACE "%"}, // half away from zero
        {-1, 2, "\u221250,0" SPACE "%"},
        {0, 5, "0,0" SPACE "%"},
        {5, 0, "–"},
        {AMOUNT_LARGEST, AMOUNT_LARGEST, "100,0" SPACE "%"},
    };
    struct arena arena;
    arena_init(&arena, abort);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(text_is(share_text(&arena, cases[i].part, cases[i].whole), cases[i].text));
    arena_free(&arena);
}

static void exported(void **state) {
    (void)state;
    static const struct {
        const char *text;
        char mark;
        enum amount_fault fault;
        int64_t ore;
    } cases[] = {
        {"1234,50", 0, AMOUNT_OK, 123450},
        {"1234.5", 0, AMOUNT_OK, 123450},
        {"1 234,50", 0, AMOUNT_OK, 123450},
        {"1" SPACE "234.50", 0, AMOUNT_OK, 123450},
        {"1.234,50", 0, AMOUNT_OK, 123450},
        {"1,234.50", 0, AMOUNT_OK, 123450},
        {"1.234.567", 0, AMOUNT_OK, 123456700},
        {"1.234", ',', AMOUNT_OK, 123400},
        {"1,234", '.', AMOUNT_OK, 123400},
        {"1234,5000", 0, AMOUNT_OK, 123450},
        {"1234,500", 0, AMOUNT_OK, 123450},
        {"0,500", 0, AMOUNT_PERIOD, 0},
        {"0,500", ',', AMOUNT_OK, 50},
        {"-0,01", 0, AMOUNT_OK, -1},
        {"34,50-", 0, AMOUNT_OK, -3450},
        {"\u2212"
         "34.50",
         0, AMOUNT_OK, -3450},
        {"(1 500,25)", 0, AMOUNT_OK, -150025},
        {"+7", 0, AMOUNT_OK, 700},
        {"7", '.', AMOUNT_OK, 700},
        {"1.500", 0, AMOUNT_PERIOD, 0},
        {"1.50", ',', AMOUNT_PERIOD, 0},
        {"1,234", ',', AMOUNT_ORE, 0},
        {"12,345.678", 0, AMOUNT_ORE, 0},
        {"1.23.456", 0, AMOUNT_GROUPS, 0},
        {"1 23", 0, AMOUNT_GROUPS, 0},
        {"", 0, AMOUNT_NOT_A_NUMBER, 0},
        {"-", 0, AMOUNT_NOT_A_NUMBER, 0},
        {"1,", 0, AMOUNT_NOT_A_NUMBER, 0},
        {",5", 0, AMOUNT_NOT_A_NUMBER, 0},
        {"--1", 0, AMOUNT_NOT_A_NUMBER, 0},
        {"1e5", 0, AMOUNT_NOT_A_NUMBER, 0},
        {"=1+1", 0, AMOUNT_NOT_A_NUMBER, 0},
        {"1,5 mill.", 0, AMOUNT_NOT_A_NUMBER, 0},
        {"9999999999999,99", 0, AMOUNT_OK, AMOUNT_LARGEST},
        {"10000000000000", 0, AMOUNT_TOO_LARGE, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t ore = 0;
        assert_int_equal(amount_parse_export(text_from(cases[i].text), cases[i].mark, &ore),
                         cases[i].fault);
        if (cases[i].fault == AMOUNT_OK)
            assert_int_equal(ore, cases[i].ore);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(read_as_people_write),
        cmocka_unit_test(refused),
        cmocka_unit_test(written),
        cmocka_unit_test(an_amount_ends_with_a_nul),
        cmocka_unit_test(amounts_for_programs),
        cmocka_unit_test(shares),
        cmocka_unit_test(exported),
    };
    return cmocka_run_group_tests_name("amount", tests, NULL, NULL);
}
