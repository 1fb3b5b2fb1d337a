// SPDX-License-Identifier: MIT

#include "check/writing/classes.h"

#include "input/markdown/markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <glob.h>
#include <stdio.h>

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
        {"##\n###### a\n####### a\n-", "tt\ntttttttt\nwwwwwwwww\nw"},
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
        {"[a]:\n[a\n: b", "aaaa\nww\nwww"},
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

// --- the classes against the tree ---

struct comparison {
    struct text text;
    const unsigned char *classes;
    const char *file;
    size_t texts, codes; // so many were compared
};

static size_t offset_of(struct text text, struct position at) {
    size_t offset = 0;
    for (uint32_t line = 1; line < at.line && offset < text.size; line++)
        offset += text_find(text_slice(text, offset, text.size), '\n') + 1;
    for (uint32_t column = 1; column < at.column && offset < text.size; column++)
        text_next_code_point(text, &offset);
    return offset;
}

static void expect(const struct comparison *with, size_t at, size_t size, bool code) {
    for (size_t i = at; i < at + size; i++)
        if ((with->classes[i] == PROSE_VERBATIM) != code || with->classes[i] == PROSE_MARKUP)
            fail_msg("%s: byte %zu, '%.20s', is of class %d", with->file, i, with->text.data + i,
                     with->classes[i]);
}

// Where the file has the text of a node as it is, each of its bytes is compared.
static void compare(struct comparison *with, const struct prose_node *node) {
    for (; node != NULL; node = node->next) {
        bool code = node->kind == PROSE_CODE;
        size_t at = offset_of(with->text, node->at);
        if (node->kind == PROSE_TEXT || code) {
            while (code && at < with->text.size && with->text.data[at] == '`')
                at++;
            if (text_starts_with(text_slice(with->text, at, with->text.size), node->text)) {
                expect(with, at, node->text.size, code);
                with->texts += !code;
                with->codes += code;
            }
        }
        compare(with, node->first);
    }
}

// The same text through cmark: its words are none of the classes of code and markup, its code is
// verbatim.
static void tree(void **state) {
    (void)state;
    glob_t files;
    struct comparison with = {.texts = 0};
    struct diagnostics diagnostics;
    diagnostics_init(&diagnostics, &arena);
    assert_int_equal(glob("tests/fuzz/corpus/markdown/*", 0, NULL, &files), 0);
    glob("meetings/*/[0-9]*.md", GLOB_APPEND, NULL, &files);
    glob("tests/markdown/*.md", GLOB_APPEND, NULL, &files);
    glob("docs/*.md", GLOB_APPEND, NULL, &files);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        char *bytes = arena_alloc(&arena, 1024 * 1024);
        FILE *file = fopen(files.gl_pathv[i], "rb");
        with.text = (struct text){bytes, fread(bytes, 1, 1024 * 1024, file)};
        fclose(file);
        if (text_starts_with(with.text, TEXT("---\n"))) { // front matter is another reader's
            const char *end = strstr(bytes, "\n---\n");
            with.text = text_slice(with.text, (size_t)(end - bytes) + 5, with.text.size);
        }
        unsigned char *classes = arena_alloc(&arena, with.text.size + 1);
        struct prose prose = {.source = with.text, .at = {1, 1}};
        if (text_first_invalid(with.text) < with.text.size ||
            !markdown_parse(&prose, TEXT("a"), 0, &(size_t){0}, &diagnostics, &arena))
            continue;
        prose_classify(with.text, true, 0, classes);
        with.classes = classes;
        with.file = files.gl_pathv[i];
        compare(&with, prose.first);
    }
    globfree(&files);
    assert_true(with.texts > 1000 && with.codes > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markdown), cmocka_unit_test(indented), cmocka_unit_test(plain_values),
        cmocka_unit_test(hostile),  cmocka_unit_test(tree),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
