// SPDX-License-Identifier: MIT
// What Markdown is read as, and what is reported. The judges of tests/markdown see the rest.

#include "input/link/link.h"
#include "input/markdown/markdown.h"
#include "input/file/limits.h"
#include "render/prose/prose.h"

#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static struct arena arena;
static struct diagnostics diagnostics;

__attribute__((noreturn)) static void no_memory(void) {
    abort();
}

static int begin(void **state) {
    (void)state;
    arena_init(&arena, no_memory);
    diagnostics_init(&diagnostics, &arena);
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct prose read_at(const char *source, struct position at, uint32_t indent) {
    struct prose prose = {.source = text_from(source), .at = at};
    diagnostics_init(&diagnostics, &arena);
    markdown_parse(&prose, TEXT("f"), indent, &(size_t){0}, &diagnostics, &arena);
    return prose;
}

static struct prose read(const char *source) {
    return read_at(source, (struct position){1, 1}, 0);
}

static void plain_texts_need_no_tree(void **state) {
    (void)state;
    static const char *const plain[] = {
        "",
        " \n",
        "Lage et årshjul.",
        "Lage et årshjul.\n\n",
        "  a - b + c # d > e | f ! g = h ] i",
        "2022 er et år",
        "2022–2025",
        "1.2.1 og 2)",
        "=",
        "| a |",
        "a\tb",
        "13:00",
    };
    static const char *const marked[] = {
        "a\nb", "*a*",  "a_b", "`a`", "[a]",   "&amp;", "a\\", "<b>", "- a", "-",       "+ a",
        "1. a", "1) a", "# a", "> a", "    a", "\ta",   "~~~", "---", "#",   "\n    a",
    };
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
        if (read(plain[i]).first != NULL)
            fail_msg("'%s' has a tree", plain[i]);
    for (size_t i = 0; i < sizeof marked / sizeof marked[0]; i++)
        if (read(marked[i]).first == NULL)
            fail_msg("'%s' has no tree", marked[i]);
}

// "line:column rule-id" of all that is reported.
static const struct {
    const char *source;
    const char *reported;
} faults[] = {
    {"a *b* [c](https://x) <https://y> [d](mailto:a@b.no) [e](HTTP://x)", ""},
    {"[a](tiltak:1.2.1) [b](mål:1.2) [c](sak:30/24) [d](organ:ASU) [e](person:x)", ""},
    {"[a](m%C3%A5l:1.2) [b](ma\xCC\x8Al:1.2) [c](SAK:1/24)", ""},
    {"å <b>x</b>", "1:3 raw-html"},
    {"x\n\n<div>\nå\n</div>\n", "3:1 raw-html"},
    {"a</b>", "1:2 raw-html"},
    {"a<br>b<br>c", "1:2 raw-html, 1:7 raw-html"},
    {"<!-- a -->", "1:1 raw-html"},
    {"[a](b.html)", "1:1 wrong-link"},
    {"øø [a](#b) [c](javascript:alert)", "1:4 wrong-link, 1:12 wrong-link"},
    {"[a](sak:) [b](https:)", "1:1 wrong-link, 1:11 wrong-link"},
    {"[](https://x)", "1:1 wrong-link"},
    {"[a *<https://x>*](sak:1)", "1:5 wrong-link"},
    {"![a](tilskudd:2024)", ""},
    {"![a](tilskudd:2024)\nb", "1:1 embed"},
    {"a ![b](tiltak:1.1)", "1:3 embed"},
    {"![a](https://x.no/a.png)", "1:1 wrong-link"},
    {"[![a](sak:1)](sak:2)", "1:2 embed"},
    {"|a|b|\n|-|-|\n|1|2|3|4|", "3:1 table-width"},
    {"|a|b|\n|-|-|\n|1|", ""},
    {"|a|b|\n|-|-|-|\n|1|2|", "2:1 table-width"},
    {"|a|[b](c)|\n|-|-|\n|å|<i>|", "1:4 wrong-link, 3:4 raw-html"},
    {"> > > > > > > > > > a", ""},
    {"> > > > > > > > > > > a", "1:1 prose-nesting"},
    {"- 1. - 1. - 1. - 1. - 1. - a", "1:1 prose-nesting"},
    {"- - - - - - - - - - - - -", ""},
    {"> > > > > > > > >\n> > > > > > > > > > > > a", "2:1 prose-nesting"},
};

static struct text reported(void) {
    struct text list = TEXT("");
    for (size_t i = 0; i < diagnostics.count; i++) {
        const struct diagnostic *item = &diagnostics.items[i];
        list = text_format(&arena, "%.*s%s%u:%u %s", TEXT_ARGS(list), i > 0 ? ", " : "",
                           item->at.line, item->at.column, rule_id(item->rule));
    }
    return list;
}

static void faults_are_reported(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        read(faults[i].source);
        if (!text_is(reported(), faults[i].reported))
            fail_msg("%s\nreports '%.*s' instead of '%s'", faults[i].source, TEXT_ARGS(reported()),
                     faults[i].reported);
    }
}

static void places_are_those_of_the_file(void **state) {
    (void)state;
    read_at("ø [a](b)\n\n- [c](d)\n", (struct position){19, 12}, 14);
    assert_true(text_is(reported(), "19:14 wrong-link, 21:17 wrong-link"));
    // A line that is put in front of a table moves no place.
    read_at("tekst\n|a|b|\n|-|-|\n|1|[c](d)|\n\n[e](f)\n", (struct position){1, 1}, 2);
    assert_true(text_is(reported(), "6:3 wrong-link, 4:6 wrong-link"));
}

// "[a](b)" leads nowhere, and is reported where it begins: more columns to the right in each line.
static const struct {
    const char *source;
    const char *reported;
} line_breaks[] = {
    {"a\\\nb [a](b)", "2:3"},
    {"a\\\nb\\\nc\n[a](b)\\\n [a](b)", "4:1, 5:2"},
    {"a\\\n\\\n[a](b)", "3:1"},
    {"a\\\r\nb\\\r\n[a](b)", "3:1"},
    {"a  \nb\\\n**[a](b)**", "3:3"},
    {"a\\\\\nb [a](b)", "2:3"},
    {"*a\\\nb [a](b)*", "2:3"},
    {"`a\\\nb` [a](b)\\\n[a](b)", "2:4, 3:1"},
    {"a\n   b [a](b)", "2:6"},
    {"- a\\\n  b [a](b)\n\n  c\\\n    [a](b)", "2:5, 5:5"},
    {"1. a\\\nb [a](b)\\\n   [a](b)", "2:3, 3:4"},
    {"> a\\\n>b [a](b)\\\nc [a](b)", "2:4, 3:3"},
    {"> - a\\\n>  b [a](b)\n   c [a](b)", "2:6, 3:6"},
    {"> - a\\\n>   b\n> c [a](b)", "3:5"},
    {"a\\\nb [a](b)\n===\n\nc [a](b)", "2:3, 5:3"},
    {"## a\\\nb [a](b)", "2:3"},
    {"[a\nb\\\nc](d) [a](b)", "1:1, 3:7"},
    {"[c](<https://x>\n'y') [a](b)\\\nd [a](b)", "2:6, 3:3"},
    {"[c][d\ne]\\\n[a](b)\n\n[d e]: https://x", "3:1"},
    {"[d]: https://x\n[e]: https://y\n 'z'\n[a](b)\\\n[c](<https://x>\n'y')\n[a](b)", "4:1, 7:1"},
    {"<https://x>\\\nå <https://y> [a](b)", "2:15"},
    {"a\\\n|b|[a](b)|\n|-|-|\n|[a](b)|\\||\n\nc\\\n[a](b)", "7:1, 2:4, 4:2"},
};

static void line_breaks_move_no_place(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof line_breaks / sizeof line_breaks[0]; i++) {
        read(line_breaks[i].source);
        struct text places = TEXT("");
        for (size_t k = 0; k < diagnostics.count; k++)
            if (diagnostics.items[k].rule == RULE_WRONG_LINK)
                places = text_format(&arena, "%.*s%s%u:%u", TEXT_ARGS(places),
                                     places.size > 0 ? ", " : "", diagnostics.items[k].at.line,
                                     diagnostics.items[k].at.column);
        if (!text_is(places, line_breaks[i].reported))
            fail_msg("%s\nis reported at %.*s instead of %s", line_breaks[i].source,
                     TEXT_ARGS(places), line_breaks[i].reported);
    }
}

static void lists_nested_by_indent_have_a_limit(void **state) {
    (void)state;
    struct writer writer;
    writer_to_memory(&writer, &arena);
    for (size_t depth = 0; depth <= LIMIT_CONTAINERS; depth++) {
        if (depth == LIMIT_CONTAINERS) {
            read(text_copy(&arena, writer_text(&writer)).data);
            assert_int_equal(diagnostics.count, 0);
        }
        writer_repeat(&writer, ' ', 2 * depth);
        writer_put(&writer, TEXT("- a\n"));
    }
    read(text_copy(&arena, writer_text(&writer)).data);
    assert_true(text_is(reported(), "11:21 prose-nesting"));
}

static void open_brackets_have_a_limit(void **state) {
    (void)state;
    struct writer writer;
    writer_to_memory(&writer, &arena);
    writer_put(&writer, TEXT("a\n\n"));
    writer_repeat(&writer, '[', 100);
    writer_put(&writer, TEXT("\n\n["));
    read(text_copy(&arena, writer_text(&writer)).data);
    assert_int_equal(diagnostics.count, 0);
    writer_put(&writer, TEXT("]"));
    writer_repeat(&writer, '[', 101);
    read(text_copy(&arena, writer_text(&writer)).data);
    assert_true(text_is(reported(), "5:1 prose-nesting"));
    writer_to_memory(&writer, &arena);
    for (int i = 0; i < 101; i++)
        writer_put(&writer, TEXT("\\["));
    read(text_copy(&arena, writer_text(&writer)).data);
    assert_int_equal(diagnostics.count, 0);
    writer_to_memory(&writer, &arena);
    for (int i = 0; i < 101; i++)
        writer_put(&writer, TEXT("\\\\["));
    read(text_copy(&arena, writer_text(&writer)).data);
    assert_true(text_is(reported(), "1:1 prose-nesting"));
}

static void hostile_texts_are_bounded(void **state) {
    (void)state;
    static const char *const pieces[] = {"*a _b ", "[", "![[]()", "**a", "a|", "[a](sak:1)", "<a>"};
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        struct writer writer;
        writer_to_memory(&writer, &arena);
        while (writer.used < LIMIT_TEXT_BYTES)
            writer_put(&writer, text_from(pieces[i]));
        read(text_copy(&arena, writer_text(&writer)).data);
    }
}

static const struct prose_node *find(const struct prose_node *node, enum prose_kind kind) {
    for (; node != NULL; node = node->next) {
        const struct prose_node *inside = node->kind == kind ? node : find(node->first, kind);
        if (inside != NULL)
            return inside;
    }
    return NULL;
}

static void addresses_of_ours_have_one_form(void **state) {
    (void)state;
    static const char *const same[] = {
        "[a](mål:1.2)", "[a](m%C3%A5l:1.2)",       "[a](ma\xCC\x8Al:1.2)",
        "[a](MÅL:1.2)", "[a](%6d%c3%A5l%3a1%2e2)",
    };
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++) {
        struct prose prose = read(same[i]);
        assert_true(text_is(find(prose.first, PROSE_LINK)->url, "mål:1.2"));
    }
    static const char *const other[] = {"person:1%0A", "person:1%7F", "person:1%",  "person:1%3",
                                        "person:1%g3", "person:1%3g", "person:1%C3"};
    for (size_t i = 0; i < sizeof other / sizeof other[0]; i++) {
        struct prose prose = read(text_format(&arena, "[a](%s)", other[i]).data);
        assert_true(text_is(find(prose.first, PROSE_LINK)->url, other[i]));
    }
    struct text scheme, target;
    assert_true(markdown_own_scheme(TEXT("mål:1.2"), &scheme, &target));
    assert_true(text_is(scheme, "mål") && text_is(target, "1.2"));
    assert_false(markdown_own_scheme(TEXT("https://x"), &scheme, &target));
    assert_false(markdown_own_scheme(TEXT("sak"), &scheme, &target));
}

static void embeds_stand_alone(void **state) {
    (void)state;
    struct prose prose = read("1. a\n\n   ![tabell *over* tildelinger](tilskudd:2024)\n");
    const struct prose_node *embed = find(prose.first, PROSE_EMBED);
    assert_non_null(embed);
    assert_true(text_is(embed->url, "tilskudd:2024"));
    assert_true(text_is(embed->text, "tabell over tildelinger"));
    assert_int_equal(embed->at.line, 3);
    assert_int_equal(embed->at.column, 4);
}

static void tables_have_limits(void **state) {
    (void)state;
    struct writer writer;
    writer_to_memory(&writer, &arena);
    for (int i = 0; i <= LIMIT_TABLE_COLUMNS; i++)
        writer_put(&writer, TEXT("|a"));
    writer_byte(&writer, '\n');
    for (int i = 0; i <= LIMIT_TABLE_COLUMNS; i++)
        writer_put(&writer, TEXT("|-"));
    struct prose prose = read(text_copy(&arena, writer_text(&writer)).data);
    assert_true(text_is(reported(), "2:1 table-width"));
    assert_null(find(prose.first, PROSE_TABLE));
}

static void what_is_left_out_leaves_nothing(void **state) {
    (void)state;
    struct prose prose = read("[a]: sak:1\n");
    assert_non_null(prose.first);
    assert_ptr_equal(prose.first, prose.end);
    assert_true(prose_is_empty(&prose));
}

// --- against cmark, on documents made at random ---

static const char *const tokens[] = {
    "a",          "ø",           "x y", " ",   "    ",  "\n",     "\n",  "\n\n",
    "*",          "**",          "_",   "`",   "``",    "~~~",    "- ",  "* ",
    "1. ",        "2) ",         "-",   "---", "# ",    "> ",     "\\",  "!",
    "[",          "]",           "(",   ")",   "&amp;", ".",      "[r]", "\n\n[r]: sak:9\n\n",
    "\"",         "'",           "«",   "===", "\t",    "&nbsp;", "#",   "1",
    "[x](sak:1)", "<https://y>",
};

static unsigned next_random(uint64_t *seed) {
    *seed = *seed * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(*seed >> 33);
}

static struct text replace(struct text text, const char *old, const char *new) {
    struct writer writer;
    writer_to_memory(&writer, &arena);
    for (size_t i = 0; i < text.size; i++) {
        if (text_starts_with(text_slice(text, i, text.size), text_from(old))) {
            writer_put(&writer, text_from(new));
            i += strlen(old) - 1;
        } else {
            writer_byte(&writer, text.data[i]);
        }
    }
    return writer_text(&writer);
}

// cmark makes links only of addresses in angle brackets, we of bare ones, too.
static struct text without_address_links(struct text html) {
    return replace(html, "<a href=\"https://y\">https://y</a>", "https://y");
}

// Points within points have letters, for who reads without style sheets.
static struct text without_letters(struct text html) {
    return replace(replace(html, "<ol type=\"a\"", "<ol"), "<ol type=\"i\"", "<ol");
}

static struct text keep_address(const struct prose_links *links, struct text url,
                                struct arena *unused) {
    (void)links;
    (void)unused;
    return url;
}

static void random_documents_are_read_as_cmark_reads_them(void **state) {
    (void)state;
    static const struct prose_links links = {.resolve = keep_address};
    uint64_t seed = 24;
    int compared = 0;
    for (int round = 0; round < 3000; round++) {
        struct arena_savepoint saved = arena_save(&arena);
        struct writer source, html;
        writer_to_memory(&source, &arena);
        writer_put(&source, TEXT("*"));
        for (unsigned left = 2 + next_random(&seed) % 40; left > 0; left--)
            writer_put(&source,
                       text_from(tokens[next_random(&seed) % (sizeof tokens / sizeof *tokens)]));
        struct text text = text_copy(&arena, writer_text(&source));
        struct prose prose = read(text.data);
        if (diagnostics.count == 0) {
            writer_to_memory(&html, &arena);
            struct prose_output output = {.writer = &html, .arena = &arena, .links = &links};
            prose_write_html(&output, &prose, 0);
            char *judge = cmark_markdown_to_html(text.data, text.size, CMARK_OPT_DEFAULT);
            struct text expected = without_address_links(replace(text_from(judge), " />", ">"));
            struct text ours =
                without_letters(without_address_links(replace(writer_text(&html), "&#39;", "'")));
            if (!text_equal(expected, ours))
                fail_msg("%s\nis '%.*s' instead of '%.*s'", text.data, TEXT_ARGS(ours),
                         TEXT_ARGS(expected));
            free(judge);
            compared++;
        }
        arena_release(&arena, saved);
    }
    assert_true(compared > 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(plain_texts_need_no_tree, begin, end),
        cmocka_unit_test_setup_teardown(faults_are_reported, begin, end),
        cmocka_unit_test_setup_teardown(places_are_those_of_the_file, begin, end),
        cmocka_unit_test_setup_teardown(line_breaks_move_no_place, begin, end),
        cmocka_unit_test_setup_teardown(lists_nested_by_indent_have_a_limit, begin, end),
        cmocka_unit_test_setup_teardown(open_brackets_have_a_limit, begin, end),
        cmocka_unit_test_setup_teardown(hostile_texts_are_bounded, begin, end),
        cmocka_unit_test_setup_teardown(addresses_of_ours_have_one_form, begin, end),
        cmocka_unit_test_setup_teardown(embeds_stand_alone, begin, end),
        cmocka_unit_test_setup_teardown(tables_have_limits, begin, end),
        cmocka_unit_test_setup_teardown(what_is_left_out_leaves_nothing, begin, end),
        cmocka_unit_test_setup_teardown(random_documents_are_read_as_cmark_reads_them, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
