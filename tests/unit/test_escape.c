// SPDX-License-Identifier: MIT
// What is written for a text in each format. tests/unit/test_template.c has where it is used.

#include "render/escape.h"
#include "render/prose/escape_markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

#include "arena_fixture.h"

static void check(const struct writer *writer, const char *expected, size_t size) {
    struct text written = writer_text(writer);
    if (!text_equal(written, (struct text){expected, size}))
        fail_msg("'%.*s' instead of '%s'", TEXT_ARGS(written), expected);
}

// The texts are literals, so that a NUL in them counts.
#define CHECK(call, expected)                                                                      \
    do {                                                                                           \
        struct writer writer;                                                                      \
        writer_to_memory(&writer, &arena);                                                         \
        call;                                                                                      \
        check(&writer, expected, sizeof expected - 1);                                             \
    } while (0)

#define HTML(text, expected) CHECK(escape_html(&writer, TEXT(text)), expected)
#define CSS(text, expected) CHECK(escape_css(&writer, TEXT(text)), expected)
#define JSON(text, expected) CHECK(escape_json(&writer, TEXT(text)), expected)
#define MESSAGE(text, expected) CHECK(escape_github(&writer, TEXT(text), false), expected)
#define PROPERTY(text, expected) CHECK(escape_github(&writer, TEXT(text), true), expected)
#define URI(text, expected) CHECK(escape_uri_path(&writer, TEXT(text)), expected)
#define ADDRESS(text, expected) CHECK(escape_markdown_address(&writer, TEXT(text)), expected)
#define INSIDE(text, expected) CHECK(escape_markdown(&writer, TEXT(text), false), expected)
#define LINE(text, expected) CHECK(escape_markdown(&writer, TEXT(text), true), expected)
#define CLEAN(text) LINE(text, text)

static void html(void **state) {
    (void)state;
    HTML("", "");
    HTML("bare tekst – æøå", "bare tekst – æøå");
    HTML("<a href=\"x\" id='y'>&amp;", "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;");
}

static void github(void **state) {
    (void)state;
    MESSAGE("100 %: a,\r\nb", "100 %25: a,%0D%0Ab");
    PROPERTY("100 %: a,\r\nb", "100 %25%3A a%2C%0D%0Ab");
}

static void uri(void **state) {
    (void)state;
    URI("plan/a-b_c.d~0/Z9", "plan/a-b_c.d~0/Z9");
    URI("å b%?#:@\xFF", "%C3%A5%20b%25%3F%23%3A%40%FF");
}

static void css(void **state) {
    (void)state;
    CSS("a\"b\\c", "a\\\"b\\\\c");
    CSS("</style>", "\\3C /style>");
    CSS("1\n2\r3\f4\0", "1\\A 2\\D 3\\C 4\\FFFD ");
}

static void json(void **state) {
    (void)state;
    JSON("\"\\/æ\x7F", "\\\"\\\\/æ\x7F");
    JSON("\b\f\n\r\t", "\\b\\f\\n\\r\\t");
    JSON("\0\x01\x1F", "\\u0000\\u0001\\u001F");
}

static void markdown_that_stays_clean(void **state) {
    (void)state;
    CLEAN("Leder ASU / nestleder ASU");
    CLEAN("29.10.2024");
    CLEAN("13.00–13.20");
    CLEAN("kl. 13:00:15");
    CLEAN("2.1.3A");
    CLEAN("(sak 30/24)");
    CLEAN("Rekrutterings- og");
    CLEAN("Drift & utvikling, 40 %, 1 850 000,50");
    CLEAN("post@example.no");
    CLEAN("– ingen; -5 + 2 = -3");
    CLEAN("Hva? Ja! (og «nei»)");
    CLEAN("1.2 mål");
    CLEAN("1234567890. mål");
}

static void markdown_inside_a_line(void **state) {
    (void)state;
    INSIDE("\\`*_[]<>~|$^#", "\\\\\\`\\*\\_\\[\\]\\<\\>\\~\\|\\$\\^\\#");
    INSIDE("&amp; &#35; & b&", "\\&amp; \\&\\#35; & b\\&");
    INSIDE("@ola a@b @", "\\@ola a@b @");
    INSIDE("!1 ! x!", "\\!1 ! x\\!");
    INSIDE("%1 %\"x\" 5 %", "\\%1 \\%\"x\" 5 %");
    INSIDE(":smile: a: b:", "\\:smile: a: b:");
    INSIDE("https://x.no www.x.no", "https\\://x.no www\\.x.no");
    INSIDE("{+a+} {a}", "\\{+a+} {a}");
    INSIDE("- 1. # =", "- 1. \\# =");
    INSIDE("a\nb\r\nc\td", "a b  c d");
    INSIDE("  a   ", "  a ");
    INSIDE("a\0b", "a\0b");
}

static void markdown_at_the_start_of_a_line(void **state) {
    (void)state;
    LINE("- a", "\\- a");
    LINE("-", "\\-");
    LINE("---", "\\---");
    LINE("-:", "\\-:");
    LINE("+ a", "\\+ a");
    LINE("===", "\\===");
    LINE("1. a", "1\\. a");
    LINE("12) a", "12\\) a");
    LINE("1.", "1\\.");
    LINE(": a", "\\: a");
    LINE("    kode", "kode");
    LINE("", "");
}

static void markdown_addresses(void **state) {
    (void)state;
    ADDRESS("https://x.no/a?b=1#c", "https://x.no/a?b=1#c");
    ADDRESS("a_(b) <c>&d\\", "a\\_\\(b\\)%20\\<c\\>&amp;d\\\\");
    ADDRESS("a\tb\rc\nd", "a%09b%0Dc%0Ad");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(html),
        cmocka_unit_test(github),
        cmocka_unit_test(uri),
        cmocka_unit_test(css),
        cmocka_unit_test(json),
        cmocka_unit_test(markdown_that_stays_clean),
        cmocka_unit_test(markdown_inside_a_line),
        cmocka_unit_test(markdown_at_the_start_of_a_line),
        cmocka_unit_test(markdown_addresses),
    };
    return cmocka_run_group_tests(tests, start, finish);
}
