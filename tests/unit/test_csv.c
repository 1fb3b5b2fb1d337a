// SPDX-License-Identifier: MIT

#include "input/file/csv.h"

#include "base/message.h"
#include "input/file/charset.h"
#include "render/data/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "arena_fixture.h"

// The cells with "|" between, the rows with "/" between, "!" before a broken one.
static struct text shown(const char *text, size_t *faults) {
    struct diagnostics diagnostics;
    struct writer writer;
    struct csv csv;
    static struct csv_row row;
    diagnostics_init(&diagnostics, &arena);
    writer_to_memory(&writer, &arena);
    csv_init(&csv, text_from(text), TEXT("file"), ';', &diagnostics, &arena);
    while (csv_next(&csv, &row)) {
        writer_put(&writer, row.broken ? TEXT("!") : TEXT(""));
        for (size_t i = 0; i < row.count; i++) {
            writer_put(&writer, i > 0 ? TEXT("|") : TEXT(""));
            writer_put(&writer, row.cells[i].text);
        }
        writer_byte(&writer, '/');
    }
    *faults = diagnostics.count;
    return writer_text(&writer);
}

static void rows(void **state) {
    (void)state;
    static const struct {
        const char *text, *shown;
        size_t faults;
    } cases[] = {
        {"", "", 0},
        {"\n\r\n;;\n", "", 0},
        {"a;b\nc;d", "a|b/c|d/", 0},
        {"a; b \r\nc;\r\n", "a|b/c|/", 0},
        {"a\rb\r", "a/b/", 0},
        {"\"a;\"\"b\"\"\nc\";d\n", "a;\"b\"\nc|d/", 0},
        {"\"\";x", "|x/", 0},
        {"a\"b;c", "a\"b|c/", 0},
        {"\"a\"b;c\nd\n", "!a/d/", 1},
        {"a;\"b\nc\n", "!a|/c/", 1},
        {"a;\"", "!a|/", 1},
        {"sep=;\r\na;b\n", "a|b/", 0},
        {"sep=,\n\na;b\n", "a|b/", 0},
        {"sep=;x\na", "sep=|x/a/", 0},
        {"sep=;", "sep=|/", 0},
        {"\"a\n\"b\nc\n", "!a/c/", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t faults;
        struct text found = shown(cases[i].text, &faults);
        assert_true(text_is(found, cases[i].shown));
        assert_int_equal(faults, cases[i].faults);
    }
}

static void places(void **state) {
    (void)state;
    struct diagnostics diagnostics;
    struct csv csv;
    static struct csv_row row;
    diagnostics_init(&diagnostics, &arena);
    csv_init(&csv, TEXT("å;\"x\ny\";ø;z\n\nw"), TEXT("file"), ';', &diagnostics, &arena);
    assert_true(csv_next(&csv, &row));
    static const struct position first[] = {{1, 1}, {1, 3}, {2, 4}, {2, 6}};
    for (size_t i = 0; i < row.count; i++) {
        assert_int_equal(row.cells[i].at.line, first[i].line);
        assert_int_equal(row.cells[i].at.column, first[i].column);
    }
    assert_true(csv_next(&csv, &row));
    assert_int_equal(row.cells[0].at.line, 4);
    assert_false(csv_next(&csv, &row));
}

static void written(void **state) {
    (void)state;
    static const struct {
        const char *text, *cell;
    } cases[] = {
        {"a b", "a b"},       {"a,b", "\"a,b\""},        {"a;b", "\"a;b\""}, {"a\"b", "\"a\"\"b\""},
        {"a\nb", "\"a\nb\""}, {"=cmd|x", "\"'=cmd|x\""}, {"+1", "\"'+1\""},  {"-1", "\"'-1\""},
        {"@x", "\"'@x\""},    {"\tx", "\"'\tx\""},       {"1-1", "1-1"},     {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct writer writer;
        struct map_builder map = map_begin(&arena);
        writer_to_memory(&writer, &arena);
        map_put(&map, TEXT("a"), value_text(text_from(cases[i].text)));
        map_put(&map, TEXT("b"), value_amount(-123450));
        map_put(&map, TEXT("c"), value_amount(5));
        map_put(&map, TEXT("d"), value_number(-7));
        struct value row = map_end(&map);
        struct value rows = value_list(&row, 1);
        csv_write(&writer, &rows, &arena);
        struct text wanted =
            text_format(&arena, "a,b,c,d\r\n%s,-1234.50,0.05,-7\r\n", cases[i].cell);
        assert_true(text_equal(writer_text(&writer), wanted));
    }
}

// A table without rows has its keys.
static void head_alone(void **state) {
    (void)state;
    struct writer writer;
    struct map_builder map = map_begin(&arena);
    writer_to_memory(&writer, &arena);
    map_put(&map, TEXT("a"), value_text(TEXT("x")));
    map_put(&map, TEXT("b"), value_number(1));
    struct value row = map_end(&map);
    csv_write(&writer, &row, &arena);
    assert_true(text_is(writer_text(&writer), "a,b\r\n"));
}

static void windows_1252(void **state) {
    (void)state;
    size_t undefined;
    struct text text = windows_1252_to_utf8(TEXT("\xC5se \x96 \x80 5\0x"), &arena, &undefined);
    assert_true(text_equal(text, TEXT("Åse – € 5\0x")));
    assert_int_equal(undefined, 11);
    text = windows_1252_to_utf8(TEXT("\xE5\x81\xE5"), &arena, &undefined);
    assert_true(text_is(text, "å"));
    assert_int_equal(undefined, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rows, start, finish),
        cmocka_unit_test_setup_teardown(places, start, finish),
        cmocka_unit_test_setup_teardown(written, start, finish),
        cmocka_unit_test_setup_teardown(head_alone, start, finish),
        cmocka_unit_test_setup_teardown(windows_1252, start, finish),
    };
    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
