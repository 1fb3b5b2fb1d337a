// SPDX-License-Identifier: MIT

#include "check/writing/classes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "arena_fixture.h"

// One letter a class: words, title, linked, mail, address, HTML, verbatim.
static struct text classes_of(const char *written, bool markdown, size_t indent) {
    struct text text = text_from(written);
    unsigned char *classes = arena_alloc(&arena, text.size + 1);
    char *shown = arena_alloc(&arena, text.size + 1);
    prose_classify(text, markdown, indent, classes);
    for (size_t i = 0; i < text.size; i++)
        shown[i] = text.data[i] == '\n' ? '\n' : "wtlmahv"[classes[i]];
    return (struct text){shown, text.size};
}

static void markdown(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *classes;
    } cases[] = {
        {"a b", "www"},
        {"# a", "ttt"},
        {"#a", "ww"},
        {"- ## a", "tttttt"},
        {"`a` b", "vvvww"},
        {"``a`b`` c", "vvvvvvvww"},
        {"`a b", "wwww"},
        {"\\`a` b`", "wwwvvvv"},
        {"`a\nb`", "vv\nvv"},
        {"`a\n\nb`", "ww\n\nww"},
        {"[a](b) c", "lllaaaww"},
        {"[a](b (c) \"d)\") e", "lllaaaaaaaaaaaaww"},
        {"[a](b", "wwwww"},
        {"[a][b] c", "lllaaaww"},
        {"[a] b", "wwwww"},
        {"![a](b)", "wlllaaa"},
        {"[[a](b)](c)", "llllaaalaaa"},
        {"[a]: b", "aaaaaa"},
        {"<b@c.no> d", "ammmmmmaww"},
        {"<a:b> c", "aaaaaww"},
        {"<b c=\"d\"> e", "hhhhhhhhhww"},
        {"a < b", "wwwww"},
        {"<!-- a\nb --> c", "hhhhhh\nhhhhhww"},
        {"<!-- a", "wwwwww"},
        {"https://a.no/b. c", "aaaaaaaaaaaaaawww"},
        {"(www.a.no)", "waaaaaaaaw"},
        {"a@b.no, c", "mmmmmmwww"},
        {"a@b c", "wwwww"},
        {"```\na\n```\nb", "vvv\nv\nvvv\nw"},
        {"~~~\na\n```\nb", "vvv\nv\nvvv\nv"},
        {"- ```\n  a\n  ```\n- b", "vvvvv\nvvv\nvvvvv\nwww"},
        {"    a", "vvvvv"},
        {"a\n    b", "w\nwwwww"},
        {"a\n\n    b", "w\n\nvvvvv"},
        {"- a\n\n    b", "www\n\nwwwww"},
        {"- a\n\n      b", "www\n\nvvvvvvv"},
        {"1. a\n\n   b", "wwww\n\nwwww"},
        {"- a\n\nb\n\n    c", "www\n\nw\n\nvvvvv"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text found = classes_of(cases[i].text, true, 0);
        if (!text_is(found, cases[i].classes))
            fail_msg("%s gives %.*s, not %s", cases[i].text, TEXT_ARGS(found), cases[i].classes);
    }
}

static void indented(void **state) {
    (void)state;
    struct text found = classes_of("        a\n\n          b\n\n            c", true, 8);
    assert_true(text_is(found, "wwwwwwwww\n\nwwwwwwwwwww\n\nvvvvvvvvvvvvv"));
}

static void plain_values(void **state) {
    (void)state;
    assert_true(text_is(classes_of("`a` http://b [c](d)", false, 0), "wwwwaaaaaaaawwwwwww"));
}

// Time is linear: none of these may take long.
static void hostile(void **state) {
    (void)state;
    static const char *const parts[] = {"[",     "](",       "[](",         "`a``b", "<a ",
                                        "<!-- ", "![](a \"", "a@b.",        "> ",    "- ",
                                        "1) ",   "[a](",     "[[a](b)](c)", "\\"};
    enum { SIZE = 200000 };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t part = strlen(parts[i]);
        char *text = arena_alloc(&arena, SIZE + 1);
        for (size_t at = 0; at + part <= SIZE; at += part)
            memcpy(text + at, parts[i], part);
        unsigned char *classes = arena_alloc(&arena, SIZE);
        prose_classify((struct text){text, SIZE / part * part}, true, 0, classes);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markdown),
        cmocka_unit_test(indented),
        cmocka_unit_test(plain_values),
        cmocka_unit_test(hostile),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
