// SPDX-License-Identifier: MIT

#include "check/fix/back_reference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "arena_fixture.h"

#define HEAD "områder:\n- nr: 1\n  mål:\n  - nr: 1.1\n    tiltak:\n"

// The file after the fix that adds "2.1, 2.2" to its first action; the same where there is none.
static struct text fixed(const char *actions) {
    struct diagnostics diagnostics;
    struct sources sources;
    char path[] = "/tmp/back-reference-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, HEAD, strlen(HEAD)), strlen(HEAD));
    assert_int_equal(write(file, actions, strlen(actions)), strlen(actions));
    close(file);
    diagnostics_init(&diagnostics, &arena);
    sources_init(&sources, &arena, &diagnostics);
    const struct plan *plan = plan_read(&sources, text_from(path));
    unlink(path);
    struct source *source = source_find(&sources, text_from(path));
    const struct action *action = &plan->areas.items[0].goals.items[0].actions.items[0];
    struct fix fix = {0, 0, TEXT("")};
    bool good = back_reference_fix(&sources, source, action, TEXT("2.1, 2.2"), &fix);
    struct text text = source->text;
    if (good)
        text = text_concat(&arena, text_concat(&arena, text_slice(text, 0, fix.from), fix.with),
                           text_slice(text, fix.to, text.size));
    return text_copy(&arena, text_slice(text, strlen(HEAD), text.size));
}

struct fix_case {
    const char *written;
    const char *fixed; // NULL: left to people
};

static void check_cases(const struct fix_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++)
        assert_string_equal(fixed(cases[i].written).data,
                            cases[i].fixed == NULL ? cases[i].written : cases[i].fixed);
}

#define CHECK_CASES(...)                                                                           \
    do {                                                                                           \
        static const struct fix_case cases[] = {__VA_ARGS__};                                      \
        check_cases(cases, sizeof cases / sizeof *cases);                                          \
    } while (0)

static void into_a_list(void **state) {
    (void)state;
    CHECK_CASES({"    - {nr: 1.1.1, se: [1.2]}\n", "    - {nr: 1.1.1, se: [1.2, 2.1, 2.2]}\n"},
                {"    - nr: 1.1.1\n      se: [ 1.2 , 1.3 ] # [\n",
                 "    - nr: 1.1.1\n      se: [ 1.2 , 1.3, 2.1, 2.2 ] # [\n"},
                {"    - nr: 1.1.1\n      se: [1.2,\n        1.3]\n",
                 "    - nr: 1.1.1\n      se: [1.2,\n        1.3, 2.1, 2.2]\n"},
                {"    - nr: 1.1.1\n      se: [\"1.2\"]\n", NULL},
                {"    - nr: 1.1.1\n      se: []\n", NULL});
}

static void into_lines(void **state) {
    (void)state;
    CHECK_CASES(
        {"    - nr: 1.1.1\n      se:\n        - 1.2\n        -  1.3 # x\n      år: 2022\n",
         "    - nr: 1.1.1\n      se:\n        - 1.2\n        -  1.3 # x\n        -  2.1\n        - "
         " 2.2\n      "
         "år: 2022\n"},
        {"    - nr: 1.1.1\n      se:\n      - 1.2",
         "    - nr: 1.1.1\n      se:\n      - 1.2\n      - 2.1\n      - 2.2"},
        {"    - nr: 1.1.1\r\n      se:\r\n      - 1.2\r\n",
         "    - nr: 1.1.1\r\n      se:\r\n      - 1.2\r\n      - 2.1\r\n      - 2.2\r\n"},
        {"    - nr: 1.1.1\n      se:\n        - '1.2'\n", NULL});
}

static void around_one_alone(void **state) {
    (void)state;
    CHECK_CASES(
        {"    - nr: 1.1.1\n      se: 1.2 # x\n",
         "    - nr: 1.1.1\n      se: [1.2, 2.1, 2.2] # x\n"},
        {"    - se: 1.2\n      nr: 1.1.1\n", "    - se: [1.2, 2.1, 2.2]\n      nr: 1.1.1\n"},
        {"    - nr: 1.1.1\n      se:\n        1.2\n", NULL},
        {"    - {nr: 1.1.1, se: 1.2}\n", NULL});
}

static void with_a_new_key(void **state) {
    (void)state;
    CHECK_CASES(
        {"    - nr: 1.1.1\n", "    - nr: 1.1.1\n      se: [2.1, 2.2]\n"},
        {"    -  nr: 1.1.1 # x\n       tiltak: |\n         Noe.\n",
         "    -  nr: 1.1.1 # x\n       se: [2.1, 2.2]\n       tiltak: |\n         Noe.\n"},
        {"    - nr: 1.1.1\n      ansvar: ASU\n      år: {2022: x}\n      status: pågår\n",
         "    - nr: 1.1.1\n      ansvar: ASU\n      år: {2022: x}\n      se: [2.1, 2.2]\n      "
         "status: "
         "pågår\n"},
        {"    - nr: 1.1.1\n      ansvar: [ASU,\n        AU]\n      støtte: AU\n",
         "    - nr: 1.1.1\n      ansvar: [ASU,\n        AU]\n      støtte: AU\n      se: [2.1, "
         "2.2]\n"},
        {"    - nr: 1.1.1\n      år:\n        2022: x\n      ansvar: [ASU,\n      AU]\n",
         "    - nr: 1.1.1\n      se: [2.1, 2.2]\n      år:\n        2022: x\n      ansvar: [ASU,\n "
         "     AU]\n"},
        {"    - nr: 1.1.1\n\n      år: 2022\n\n\n    - nr: 1.1.2\n",
         "    - nr: 1.1.1\n\n      år: 2022\n      se: [2.1, 2.2]\n\n\n    - nr: 1.1.2\n"},
        {"    - nr: 1.1.1", "    - nr: 1.1.1\n      se: [2.1, 2.2]"},
        {"    - nr: 1.1.1\r\n      år: 2022\r\n",
         "    - nr: 1.1.1\r\n      år: 2022\r\n      se: [2.1, 2.2]\r\n"},
        {"    - \"nr\": 1.1.1\n", NULL}, {"    - {nr: 1.1.1}\n", NULL},
        {"    - nr: \"1.1.1\"\n", "    - nr: \"1.1.1\"\n      se: [2.1, 2.2]\n"},
        {"    - nr:\n        1.1.1\n", NULL});
}

static void where_the_key_is_empty(void **state) {
    (void)state;
    CHECK_CASES(
        {"    - nr: 1.1.1\n      år: 2022\n\n      se:\n      status: pågår\n", NULL},
        {"    - se:\n      # x\n      nr: 1.1.1\n      år: 2022\n", NULL},
        {"    - nr: 1.1.1\n      år: 2022\n    - nr: 1.1.2\n      se:\n",
         "    - nr: 1.1.1\n      år: 2022\n      se: [2.1, 2.2]\n    - nr: 1.1.2\n      se:\n"},
        {"    - nr: 1.1.1\n\n\n\n\n      år:\n        - 2022\n", NULL});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(into_a_list),
        cmocka_unit_test(into_lines),
        cmocka_unit_test(around_one_alone),
        cmocka_unit_test(with_a_new_key),
        cmocka_unit_test(where_the_key_is_empty),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
