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

#include <ctype.h>
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
        {"1. a\n\n       2. b", "wwww\n\nvvvvvvvvvvv"},
        {"|a|\n|-|\n|b|\n    c", "www\nwww\nwww\nvvvvv"},
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
    bool *told; // that the tree has this byte
    const char *file;
    size_t texts, codes, others; // bytes that were compared
    size_t faults;
};

static size_t offset_of(struct text text, struct position at) {
    size_t offset = 0;
    for (uint32_t line = 1; line < at.line && offset < text.size; line++)
        offset += text_find(text_slice(text, offset, text.size), '\n') + 1;
    for (uint32_t column = 1; column < at.column && offset < text.size; column++)
        text_next_code_point(text, &offset);
    return offset;
}

static void expect(struct comparison *with, size_t at, bool right, const char *what) {
    if (right)
        return;
    with->faults++;
    print_error("%s: byte %zu, '%.20s', is %s and of class '%c'\n", with->file, at,
                with->text.data + at, what, "wtlmahv"[with->classes[at]]);
}

static size_t entity_at(struct text text, size_t at) {
    size_t end = at + 1;
    while (end < text.size && (isalnum((unsigned char)text.data[end]) || text.data[end] == '#'))
        end++;
    return text.data[at] == '&' && end > at + 1 && end < text.size && text.data[end] == ';'
               ? end + 1 - at
               : 0;
}

// Of a character that is written after a backslash, or in a cell after two; 0: as itself.
static size_t escape_at(struct text text, size_t at, char shown) {
    size_t count = 0;
    while (shown != '\\' && at + count < text.size && text.data[at + count] == '\\')
        count++;
    return count;
}

// Each character of the words is one as it is written, an escape, or an entity.
static void compare_words(struct comparison *with, size_t at, struct text words) {
    for (size_t i = 0; i < words.size && at < with->text.size; with->texts++) {
        size_t begin = at + escape_at(with->text, at, words.data[i]), from = i;
        size_t entity = entity_at(with->text, at), end = begin;
        text_next_code_point(words, &i);
        text_next_code_point(with->text, &end);
        struct text written = text_slice(with->text, begin, end);
        bool is_ampersand =
            text_starts_with(text_slice(with->text, at, with->text.size), TEXT("&amp;"));
        bool as_written = !is_ampersand && text_equal(text_slice(words, from, i), written);
        if (!as_written && entity == 0)
            return;
        end = as_written ? end : begin + entity;
        memset(with->told + at, true, end - at);
        expect(with, begin, with->classes[begin] <= PROSE_ADDRESS, "a word");
        at = end;
    }
}

static void compare_code(struct comparison *with, size_t at, struct text code) {
    while (at < with->text.size && with->text.data[at] == '`')
        at++;
    for (size_t i = 0; i < code.size; i++) {
        at += text_find(text_slice(with->text, at, with->text.size), code.data[i]);
        if (at == with->text.size)
            return;
        with->told[at] = true;
        if (!isspace((unsigned char)code.data[i]))
            expect(with, at, with->classes[at] == PROSE_VERBATIM, "code");
        with->codes++;
        at++;
    }
}

static void compare(struct comparison *with, const struct prose_node *node) {
    for (; node != NULL; node = node->next) {
        if (node->kind == PROSE_TEXT)
            compare_words(with, offset_of(with->text, node->at), node->text);
        if (node->kind == PROSE_EMBED)
            compare_words(with, offset_of(with->text, node->at) + strlen("!["), node->text);
        if (node->kind == PROSE_CODE)
            compare_code(with, offset_of(with->text, node->at), node->text);
        compare(with, node->first);
    }
}

// Letters that the tree has not are in addresses, markup and code blocks.
static void compare_others(struct comparison *with) {
    for (size_t at = 0; at < with->text.size; at++) {
        size_t entity = entity_at(with->text, at);
        if (entity > 0)
            at += entity - 1;
        else if (!with->told[at] && isalpha((unsigned char)with->text.data[at])) {
            expect(with, at, with->classes[at] >= PROSE_MAIL, "no word");
            with->others++;
        }
    }
}

// The same text through cmark: its words are none of the classes of code and markup, its code is
// verbatim, and there are no other words.
static void tree(void **state) {
    (void)state;
    static const char *const corpus[] = {
        "tests/fuzz/corpus/markdown/*", "tests/markdown/*.md",  "tests/trees/*/meetings/*/*.md",
        "tests/cases/*/*.md",           "meetings/*/[0-9]*.md", "docs/*.md",
    };
    glob_t files;
    struct comparison with = {.texts = 0};
    for (size_t i = 0; i < sizeof corpus / sizeof *corpus; i++)
        assert_int_equal(glob(corpus[i], i > 0 ? GLOB_APPEND : 0, NULL, &files), 0);
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
        struct diagnostics diagnostics;
        diagnostics_init(&diagnostics, &arena);
        struct prose prose = {.source = with.text, .at = {1, 1}};
        if (text_first_invalid(with.text) < with.text.size ||
            !markdown_parse(&prose, TEXT("a"), 0, &(size_t){0}, &diagnostics, &arena))
            continue;
        prose_classify(with.text, true, 0, classes);
        with.classes = classes;
        with.told = arena_alloc(&arena, with.text.size + 1);
        with.file = files.gl_pathv[i];
        if (prose.first == NULL) // one paragraph without markup
            compare_words(&with, 0, with.text);
        compare(&with, prose.first);
        if (diagnostics.errors == 0) // else something is left out
            compare_others(&with);
    }
    globfree(&files);
    assert_int_equal(with.faults, 0);
    assert_true(with.texts > 100000 && with.codes > 10000 && with.others > 500);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markdown), cmocka_unit_test(indented), cmocka_unit_test(plain_values),
        cmocka_unit_test(hostile),  cmocka_unit_test(tree),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
