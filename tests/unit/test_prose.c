// SPDX-License-Identifier: MIT
// How prose is written: as HTML, as Markdown, in a Markdown table's cell, as words alone.

#include "input/markdown/markdown.h"
#include "render/prose/prose.h"

#include <stdio.h>
#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static struct arena arena;

__attribute__((noreturn)) static void no_memory(void) {
    abort();
}

static int begin(void **state) {
    (void)state;
    arena_init(&arena, no_memory);
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

// What is told, and is in the tree all the same.
static bool is_in_tree(enum rule rule) {
    return rule == RULE_UNDERLINED_HEADING || rule == RULE_INDENTED_CODE ||
           rule == RULE_QUOTATION || rule == RULE_EMPTY_ITEM || rule == RULE_CODE_FENCE ||
           rule == RULE_ITEM_INDENT || rule == RULE_TEXT_BELOW_TABLE;
}

static struct prose read(const char *source) {
    struct diagnostics diagnostics;
    diagnostics_init(&diagnostics, &arena);
    struct prose prose = {.source = text_from(source), .at = {1, 1}};
    markdown_parse(&prose, TEXT("f"), 0, &(size_t){0}, &diagnostics, &arena);
    if (diagnostics.count > 0 && !is_in_tree(diagnostics.items[0].rule))
        fail_msg("%s\n%.*s", source, TEXT_ARGS(diagnostics.items[0].message));
    return prose;
}

// sak: leads somewhere, the other schemes do not.
static struct text resolve(const struct prose_links *links, struct text url, struct arena *unused) {
    (void)links;
    (void)unused;
    return text_starts_with(url, TEXT("sak:")) ? TEXT("#sak") : TEXT("");
}

static struct text embed(const struct prose_links *links, struct text url, struct value *value,
                         struct arena *unused) {
    (void)links;
    (void)unused;
    *value = value_text(url);
    return text_starts_with(url, TEXT("tilskudd:")) ? TEXT("table") : TEXT("");
}

static void show_embed(struct prose_output *output, struct text partial, const struct value *value,
                       struct text indent) {
    writer_put(output->writer, text_format(&arena, "{%.*s %.*s '%.*s'}", TEXT_ARGS(partial),
                                           TEXT_ARGS(value->text), TEXT_ARGS(indent)));
}

enum format { HTML, MARKDOWN, CELL, PLAIN, ONE_LINE };

static struct text written(const char *source, enum format format, int shift, struct text indent) {
    static const struct prose_links links = {.resolve = resolve, .embed = embed};
    struct prose prose = read(source);
    struct writer writer;
    writer_to_memory(&writer, &arena);
    struct prose_output output = {
        .writer = &writer,
        .arena = &arena,
        .links = &links,
        .embed = show_embed,
    };
    if (format == HTML)
        prose_write_html(&output, &prose, shift);
    else if (format == MARKDOWN)
        prose_write_markdown(&output, &prose, shift, indent);
    else if (format == CELL)
        prose_write_markdown_cell(&output, &prose);
    else
        return prose_plain(&prose, format == ONE_LINE, &arena);
    return writer_text(&writer);
}

static void check(const char *source, struct text found, const char *expected) {
    if (!text_is(found, expected))
        fail_msg("%s\nis '%.*s'\ninstead of '%s'", source, TEXT_ARGS(found), expected);
}

struct row {
    const char *source;
    const char *expected;
};

#define CHECK_ROWS(rows, format)                                                                   \
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows)[0]; i++)                                    \
    check((rows)[i].source, written((rows)[i].source, format, 0, TEXT("")), (rows)[i].expected)

static void html(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"", ""},
        {" a > 'b' \n", "<p>a &gt; &#39;b&#39;</p>\n"},
        {"a&#13;b&#10;c", "<p>a b c</p>\n"},
        {"[a](sak:1/24) [*b*](organ:ASU)", "<p><a href=\"#sak\">a</a> <em>b</em></p>\n"},
        {"[a](https://x.no/å?b&c \"d\")",
         "<p><a href=\"https://x.no/%C3%A5?b&amp;c\" title=\"d\">a</a></p>\n"},
        {"![a](tilskudd:1)", "{table tilskudd:1 ''}"},
        {"![a<](tiltak:1)", "<p>a&lt;</p>\n"},
        {"a\\\nb\n\n---", "<p>a<br>\nb</p>\n<hr>\n"},
        {"a|b|c|d\n:-|-:|:-:|-\n1|2",
         "<table class=\"prose-table\">\n<thead>\n<tr>\n"
         "<th scope=\"col\" class=\"align-left\">a</th>\n"
         "<th scope=\"col\" class=\"align-right\">b</th>\n"
         "<th scope=\"col\" class=\"align-centre\">c</th>\n<th scope=\"col\">d</th>\n"
         "</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"align-left\">1</td>\n"
         "<td class=\"align-right\">2</td>\n<td class=\"align-centre\"></td>\n<td></td>\n"
         "</tr>\n</tbody>\n</table>\n"},
        {"Tabell: Hva *alt* koster\n\n|a|\n|-|",
         "<table class=\"prose-table\">\n<caption>Hva <em>alt</em> koster</caption>\n<thead>\n"
         "<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table>\n"},
        {"Tabell: ingen", "<p>Tabell: ingen</p>\n"},
    };
    CHECK_ROWS(rows, HTML);
    check("shift", written("# a\n\n##### b", HTML, 3, TEXT("")), "<h4>a</h4>\n<h6>b</h6>\n");
}

static void markdown(void **state) {
    (void)state;
    static const struct row rows[] = {
        {" a | b \n", "a \\| b"},
        {"+ a\n+ b\n- c", "* a\n* b\n\n- c"},
        {"1. a\n2. b\n7) c\n8) d", "1. a\n2. b\n\n7) c\n8) d"},
        {"9. a\n\n   b\n10. c\n\n    d", "9. a\n\n   b\n\n10. c\n\n    d"},
        {"- - a", "* - a"},
        {"[a](sak:1/24) [b](organ:ASU)", "[a](#sak) b"},
        {"<https://x.no/a> [b](https://x.no/(c) \"d \\\" e\")",
         "<https://x.no/a> [b](https://x.no/\\(c\\) \"d \\\" e\")"},
        {"_a_*b* __c__", "*a*_b_ **c**"},
        {"**_a_**", "**_a_**"},
        {"*a **b***", "*a __b__*"},
        {"`` a`b `` ``` `` ```", "``a`b`` ` `` `"},
        {"~~~x`y\n```\n~~~\n\n    ````", "~~~x`y\n```\n~~~\n\n`````\n````\n`````"},
        {"> a\n>\n> - b", "> a\n>\n> - b"},
        {"a  \nb\nc", "a\\\nb\nc"},
        {"# a #\\#\n\nb\nc\n=", "# a \\#\\# #\n\nb\nc\n==="},
        {"|a|\n|-:|\n|`x\\|y` \\||", "| a |\n| --: |\n| `x\\|y` \\| |"},
        {"a\\![b](sak:1) !\\[c]", "a\\![b](#sak) !\\[c\\]"},
        {"a&#13;b&#10;", "a b&#32;"},
    };
    CHECK_ROWS(rows, MARKDOWN);
    check("indent", written("a\n\n- b\n  ```\n  c\n\n  d\n  ```", MARKDOWN, 0, TEXT(">  ")),
          "a\n>\n>  - b\n>    ```\n>    c\n>\n>    d\n>    ```");
    check("embed", written("1. a\n\n   ![b](tilskudd:1)", MARKDOWN, 0, TEXT("")),
          "1. a\n\n   {table tilskudd:1 '   '}");
    check("shift", written("# a\n\nb\nc\n===", MARKDOWN, 2, TEXT("")), "### a\n\n### b c");
}

static void cells(void **state) {
    (void)state;
    static const struct row rows[] = {
        {" a | b ", "a \\| b"},
        {"a:\n\n- *b*\n- c\n\n  1. `d|e`", "a: • *b* • c 1. `d\\|e`"},
        {"# a\n\n> b\\\n> c\n\n    d\n    e", "a b c `d e`"},
        {"![a](sak:1)", "[a](#sak)"},
        {"a|b\n-|-\nc|d", "a b c d"},
    };
    CHECK_ROWS(rows, CELL);
}

static void plain(void **state) {
    (void)state;
    static const struct row rows[] = {
        {" a | b \n", "a | b"},
        {"a *b*\n`c` [d](sak:1)\\\ne\n\nf", "a b c d\ne\nf"},
        {"- a\n\n  b\n  1. c\n  2. d\n- e", "• a\n  b\n  1. c\n  2. d\n• e"},
        {"# a\n\n> b\n\n***\n\n    c\n\n    d", "a\nb\nc\n\nd"},
        {"a|b\n-|-\nc|", "a\tb\nc\t"},
        {"![a](tilskudd:1)", "a"},
    };
    static const struct row lines[] = {
        {"- a\n- b\n\n  c", "• a • b c"},
        {"a\\\nb\n\nc|d\n-|-", "a b c d"},
    };
    CHECK_ROWS(rows, PLAIN);
    CHECK_ROWS(lines, ONE_LINE);
}

// What is cut out of a document ends before `end`.
static void sections(void **state) {
    (void)state;
    struct prose prose = read("a\n\nb\n\nTabell: c\n\n|d|\n|-|");
    struct prose section = prose;
    section.first = prose.first->next;
    section.end = prose.first->next->next->next;
    struct writer writer;
    writer_to_memory(&writer, &arena);
    struct prose_output output = {.writer = &writer, .arena = &arena};
    prose_write_html(&output, &section, 0);
    check("html", writer_text(&writer), "<p>b</p>\n<p>Tabell: c</p>\n");
    writer_to_memory(&writer, &arena);
    prose_write_markdown(&output, &section, 0, TEXT(""));
    check("markdown", writer_text(&writer), "b\n\nTabell: c");
    check("plain", prose_plain(&section, false, &arena), "b\nTabell: c");
    section.end = section.first;
    assert_true(prose_is_empty(&section));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(html, begin, end),
        cmocka_unit_test_setup_teardown(markdown, begin, end),
        cmocka_unit_test_setup_teardown(cells, begin, end),
        cmocka_unit_test_setup_teardown(plain, begin, end),
        cmocka_unit_test_setup_teardown(sections, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
