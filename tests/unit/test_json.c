// SPDX-License-Identifier: MIT

#include "render/data/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

#include "arena_fixture.h"

static void check(struct value value, const char *expected) {
    struct writer writer;
    writer_to_memory(&writer, &arena);
    json_write(&writer, &value, &arena);
    writer_byte(&writer, '\0');
    assert_string_equal(writer_text(&writer).data, expected);
}

static void single_values(void **state) {
    (void)state;
    static const struct prose prose = {.source = {"*a*\n\"b\"", 7}};
    check((struct value){.kind = VALUE_NONE}, "null\n");
    check(value_text(TEXT("")), "\"\"\n");
    check(value_text(TEXT("sak \"42/24\"")), "\"sak \\\"42/24\\\"\"\n");
    check(value_number(0), "0\n");
    check(value_number(INT64_MIN), "-9223372036854775808\n");
    check(value_truth(true), "true\n");
    check(value_truth(false), "false\n");
    check(value_prose(&prose, NULL, 1), "\"*a*\\n\\\"b\\\"\"\n");
}

static void amounts_are_kroner(void **state) {
    (void)state;
    check(value_amount(450000000), "4500000\n");
    check(value_amount(185000050), "1850000.5\n");
    check(value_amount(185000005), "1850000.05\n");
    check(value_amount(12), "0.12\n");
    check(value_amount(-5), "-0.05\n");
    check(value_amount(0), "0\n");
}

static void empty_containers(void **state) {
    (void)state;
    check(value_list(NULL, 0), "[]\n");
    struct map_builder map = map_begin(&arena);
    check(map_end(&map), "{}\n");
}

static struct value make_square(const void *context, size_t index, struct arena *items) {
    struct map_builder map = map_begin(items);
    map_put(&map, *(const struct text *)context, value_number((int64_t)(index * index)));
    return map_end(&map);
}

// A writer to memory in the arena that is given for the items keeps what was written.
static void long_lazy_list(void **state) {
    (void)state;
    enum { ROWS = 10000 };
    struct text name = TEXT("n");
    struct value list = value_lazy_list(make_square, &name, ROWS);
    struct writer writer;
    writer_to_memory(&writer, &arena);
    json_write(&writer, &list, &arena);
    struct text written = writer_text(&writer);
    assert_true(
        text_starts_with(written, TEXT("[\n  {\n    \"n\": 0\n  },\n  {\n    \"n\": 1\n  },\n")));
    assert_true(text_ends_with(written, TEXT("  {\n    \"n\": 99980001\n  }\n]\n")));
}

static void nested(void **state) {
    (void)state;
    struct value items[] = {value_number(1), value_text(TEXT("å")), value_list(NULL, 0)};
    struct map_builder map = map_begin(&arena);
    map_put(&map, TEXT("årsmerker"), value_list(items, 3));
    map_put(&map, TEXT("\"\n"), value_truth(true));
    check(map_end(&map), "{\n"
                         "  \"årsmerker\": [\n"
                         "    1,\n"
                         "    \"å\",\n"
                         "    []\n"
                         "  ],\n"
                         "  \"\\\"\\n\": true\n"
                         "}\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(single_values),    cmocka_unit_test(amounts_are_kroner),
        cmocka_unit_test(empty_containers), cmocka_unit_test(long_lazy_list),
        cmocka_unit_test(nested),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
