// SPDX-License-Identifier: MIT
// The rules of the Mustache language, module by module, and what is our own.

#include "base/diagnostics_write.h"
#include "base/value.h"
#include "render/template/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "arena_fixture.h"

// Values as they are written in the tables: {'name': 'text', 'list': [1, yes, no, none]}.
struct notation {
    const char *at;
};

static struct value read_value(struct notation *notation);

static void pass_gap(struct notation *notation) {
    notation->at += strspn(notation->at, " ,:");
}

static struct text read_quoted(struct notation *notation) {
    const char *from = ++notation->at;
    notation->at = strchr(from, '\'') + 1;
    return (struct text){from, (size_t)(notation->at - from) - 1};
}

static struct value read_list(struct notation *notation) {
    struct value *items = arena_alloc(&arena, 16 * sizeof *items);
    size_t count = 0;
    notation->at++;
    for (pass_gap(notation); *notation->at != ']'; pass_gap(notation))
        items[count++] = read_value(notation);
    notation->at++;
    return value_list(items, count);
}

static struct value read_map(struct notation *notation) {
    struct map_builder map = map_begin(&arena);
    notation->at++;
    for (pass_gap(notation); *notation->at != '}'; pass_gap(notation)) {
        struct text name = read_quoted(notation);
        pass_gap(notation);
        map_put(&map, name, read_value(notation));
    }
    notation->at++;
    return map_end(&map);
}

static const struct prose sentence = {.source = {"A & B", 5}};

static const struct prose_node more_words = {.kind = PROSE_TEXT, .text = {"C", 1}};
static const struct prose_node words = {.kind = PROSE_TEXT, .text = {"A & B", 5}};
static const struct prose_node more = {.kind = PROSE_PARAGRAPH, .first = (void *)&more_words};
static const struct prose_node paragraph = {
    .kind = PROSE_PARAGRAPH, .first = (void *)&words, .next = (void *)&more};
static const struct prose paragraphs = {.source = {"A & B\n\nC", 8}, .first = &paragraph};

// ![x](card:7): the partial "card" with the number 7.
static struct text embed_card(const struct prose_links *links, struct text url, struct value *value,
                              struct arena *items) {
    (void)links;
    (void)items;
    *value = value_number(text_is(url, "card:7") ? 7 : 0);
    return TEXT("card");
}

static const struct prose_links cards = {.embed = embed_card};
static const struct prose_node card_node = {.kind = PROSE_EMBED, .url = {"card:7", 6}};
static const struct prose card = {.source = {"![x](card:7)", 12}, .first = &card_node};

static struct value read_word(struct notation *notation) {
    size_t size = strcspn(notation->at, " ,]}");
    struct text word = {notation->at, size};
    notation->at += size;
    if (text_is(word, "none"))
        return (struct value){.kind = VALUE_NONE};
    if (text_is(word, "prose"))
        return value_prose(&sentence, NULL, 0);
    if (text_is(word, "paragraphs"))
        return value_prose(&paragraphs, NULL, 0);
    if (text_is(word, "card"))
        return value_prose(&card, &cards, 0);
    if (text_is(word, "yes") || text_is(word, "no"))
        return value_truth(text_is(word, "yes"));
    int64_t number = strtoll(word.data, NULL, 10);
    return text_ends_with(word, TEXT("kr")) ? value_amount(100 * number) : value_number(number);
}

static struct value read_value(struct notation *notation) {
    switch (*notation->at) {
    case '{':
        return read_map(notation);
    case '[':
        return read_list(notation);
    case '\'':
        return value_text(read_quoted(notation));
    default:
        return read_word(notation);
    }
}

struct file {
    const char *name;
    const char *content;
};

enum { MOST_PARTIALS = 4 };

struct test_case {
    const char *template;
    const char *data;
    const char *expected; // or what is reported
    struct file partials[MOST_PARTIALS];
};

struct folder {
    struct template_source source;
    const struct test_case *test;
    const char *suffix;
    size_t loads;
};

static bool load(const struct template_source *source, struct text name, struct text *path,
                 struct text *content) {
    struct folder *folder = (struct folder *)source;
    const char *main_file = folder->test->template;
    *path = text_format(&arena, "templates/%.*s", TEXT_ARGS(name));
    folder->loads++;
    if (text_is(name, "main")) {
        *content = text_from(main_file);
        return true;
    }
    for (size_t i = 0; i < MOST_PARTIALS && folder->test->partials[i].name != NULL; i++) {
        struct text file =
            text_format(&arena, "%s%s", folder->test->partials[i].name, folder->suffix);
        if (text_equal(file, name)) {
            *content = text_from(folder->test->partials[i].content);
            return true;
        }
    }
    return false;
}

static struct text messages(struct diagnostics *diagnostics) {
    struct writer writer;
    writer_to_memory(&writer, &arena);
    diagnostics_write(diagnostics, (struct diagnostics_look){DIAGNOSTICS_PLAIN, 0}, &writer);
    writer_byte(&writer, '\0');
    return writer_text(&writer);
}

static size_t count_lines(struct text text) {
    size_t lines = 0;
    for (size_t i = 0; i < text.size; i++)
        lines += text.data[i] == '\n';
    return lines;
}

static void check(const struct test_case *test, enum escape escape, bool succeeds) {
    struct folder folder = {{load}, test, escape == ESCAPE_HTML ? ".html" : ".md", 0};
    struct diagnostics diagnostics;
    diagnostics_init(&diagnostics, &arena);
    struct template_set *set =
        template_set_new(&folder.source, text_from(folder.suffix), escape, &diagnostics, &arena);
    struct value data = read_value(&(struct notation){test->data});
    struct writer writer;
    writer_to_memory(&writer, &arena);
    bool rendered = template_render(set, TEXT("main"), &data, 1, &writer);
    writer_byte(&writer, '\0');
    if (rendered != succeeds)
        fail_msg("%s\n%s", test->template, messages(&diagnostics).data);
    assert_string_equal(rendered ? writer_text(&writer).data : messages(&diagnostics).data,
                        test->expected);
    assert_int_equal(diagnostics.count, rendered ? 0 : count_lines(messages(&diagnostics)));
}

static void check_all(const struct test_case *tests, size_t count, enum escape escape,
                      bool succeeds) {
    for (size_t i = 0; i < count; i++)
        check(&tests[i], escape, succeeds);
}

#define CHECK_ALL(escape, succeeds, ...)                                                           \
    do {                                                                                           \
        static const struct test_case tests[] = {__VA_ARGS__};                                     \
        check_all(tests, sizeof tests / sizeof *tests, escape, succeeds);                          \
    } while (0)

static void comments(void **state) {
    (void)state;
    CHECK_ALL(
        ESCAPE_HTML, true, {"ab{{! not shown }}cd", "{}", "abcd", {{0}}},
        {"ab{{!\n over\n lines\n}}cd\n", "{}", "abcd\n", {{0}}},
        {"one\n{{! alone }}\ntwo\n", "{}", "one\ntwo\n", {{0}}},
        {"one\n   {{! alone }} \t\ntwo\n", "{}", "one\ntwo\n", {{0}}},
        {"|\r\n{{! alone }}\r\n|", "{}", "|\r\n|", {{0}}},
        {"  {{! first line }}\n!", "{}", "!", {{0}}}, {"!\n  {{! last line }}", "{}", "!\n", {{0}}},
        {"one\n{{!\nover\nlines\n}}\ntwo\n", "{}", "one\ntwo\n", {{0}}},
        {"one\n  {{!\n over\n }}\ntwo\n", "{}", "one\ntwo\n", {{0}}},
        {"  12 {{! 34 }}\n", "{}", "  12 \n", {{0}}}, {"12 {{! 34 }} 56", "{}", "12  56", {{0}}},
        {"{{! a {{ b }}c", "{}", "c", {{0}}}, {"{{!x}}", "{'!x': 1}", "", {{0}}});
}

static void interpolation(void **state) {
    (void)state;
    CHECK_ALL(
        ESCAPE_HTML, true, {"no tags { } }}\n", "{}", "no tags { } }}\n", {{0}}},
        {"Hei, {{x}}!", "{'x': 'du'}", "Hei, du!", {{0}}},
        {"{{x}}", "{'x': '& \" < > '}", "&amp; &quot; &lt; &gt; ", {{0}}},
        {"{{{x}}}", "{'x': '& \" < >'}", "& \" < >", {{0}}},
        {"{{&x}}", "{'x': '& \" < >'}", "& \" < >", {{0}}},
        {"{{n}} {{{n}}} {{&n}}", "{'n': 85}", "85 85 85", {{0}}},
        {"{{n}}", "{'n': -1}", "-1", {{0}}},
        {"{{k}}", "{'k': 4500000kr}", "4\u00A0500\u00A0000", {{0}}},
        {"({{x}}{{{x}}}{{&x}})", "{'x': none}", "()", {{0}}},
        {"{{a.b}} {{{a.b}}} {{&a.b}}", "{'a': {'b': '<'}}", "&lt; < <", {{0}}},
        {"{{a.b.c.d.e}}", "{'a': {'b': {'c': {'d': {'e': 'deep'}}}}}", "deep", {{0}}},
        {"({{a.b.c}})", "{'a': {'b': none}}", "()", {{0}}}, // a chain that ends in nothing
        {"{{#a}}{{b.c}}{{/a}}", "{'a': {'b': {'c': 'in'}}, 'b': {'c': 'out'}}", "in", {{0}}},
        {"{{.}}", "'a<b'", "a&lt;b", {{0}}}, {"{{{.}}}{{&.}}", "'<'", "<<", {{0}}},
        {"| {{x}} |", "{'x': '---'}", "| --- |", {{0}}},
        {"  {{x}}\n", "{'x': '-'}", "  -\n", {{0}}}, {"  {{{x}}}\n", "{'x': '-'}", "  -\n", {{0}}},
        {"|{{ x }}|{{{ x }}}|{{& x }}|", "{'x': '-'}", "|-|-|-|", {{0}}},
        {"{{x}}", "{'x': '{{y}}', 'y': 1}", "{{y}}", {{0}}},
        {"{{{a}}}}", "{'a': 'x'}", "x}", {{0}}}, {"{{å-b.ø}}", "{'å-b': {'ø': 1}}", "1", {{0}}});
}

static void sections(void **state) {
    (void)state;
    CHECK_ALL(
        ESCAPE_HTML, true, {"{{#b}}shown{{/b}}", "{'b': yes}", "shown", {{0}}},
        {"({{#b}}shown{{/b}})", "{'b': no}", "()", {{0}}},
        {"({{#b}}shown{{/b}})", "{'b': none}", "()", {{0}}},
        {"({{#b}}shown{{/b}})", "{'b': ''}", "()", {{0}}},
        {"({{#b}}shown{{/b}})", "{'b': []}", "()", {{0}}},
        {"({{#b}}{{.}}{{/b}})", "{'b': 0}", "(0)", {{0}}},
        {"({{#b}}{{.}}{{/b}})", "{'b': 0kr}", "(0)", {{0}}},
        {"({{#b}}{{.}}{{/b}})", "{'b': 'x'}", "(x)", {{0}}},
        {"{{#m}}{{x}}{{/m}}", "{'m': {'x': 'in'}, 'x': 'out'}", "in", {{0}}},
        {"{{#m}}{{x}}{{y}}{{/m}}", "{'m': {'x': 1}, 'x': 2, 'y': 3}", "13", {{0}}},
        {"{{#a}}{{.}}{{#b}}{{.}}{{#c}}{{.}}{{x}}{{/c}}{{/b}}{{/a}}",
         "{'a': 'A', 'b': 'B', 'c': 'C', 'x': 'X'}",
         "ABCX",
         {{0}}},
        {"{{#a}}{{#b.c.d}}{{e}}{{x}}{{/b.c.d}}{{/a}}",
         "{'a': {'x': 1}, 'b': {'c': {'d': {'e': 2, 'x': 3}}}}",
         "23",
         {{0}}},
        {"{{#l}}{{x}}{{/l}}", "{'l': [{'x': 1}, {'x': 2}, {'x': 3}]}", "123", {{0}}},
        {"{{#l}}{{x}}{{/l}}",
         "{'l': [{'x': 1}, {'y': 1}, {'y': 2, 'x': 3}], 'x': 9}",
         "193",
         {{0}}}, // where it was found last time says nothing about the next
        {"{{#l}}{{#l}}{{.}}{{/l}};{{/l}}", "{'l': [{'l': [1, 2]}, {'l': [3]}]}", "12;3;", {{0}}},
        {"{{#t}}{{#l}}{{#m}}{{n}}{{/m}}{{/l}}{{/t}}",
         "{'t': {'l': [{'m': [{'n': 1}, {'n': 2}]}, {'m': [{'n': 3}]}]}}",
         "123",
         {{0}}},
        {"{{#s}}{{#t}}{{n.a}}{{m}}.{{#u}}{{n.b}}{{m}}{{k}};{{/u}}{{/t}}{{/s}}",
         "{'s': [{'n': {'a': 'a', 'b': 'A'}, 't': [{'m': 1, 'u': [{'k': 'x'}, {'k': 'y'}]}]}]}",
         "a1.A1x;A1y;",
         {{0}}},
        {"{{#b}}1{{/b}} 2 {{#b}}3{{/b}}", "{'b': yes}", "1 2 3", {{0}}},
        {"{{#b}}A{{#b}}B{{/b}}C{{/b}}", "{'b': yes}", "ABC", {{0}}},
        {"{{#b}}A{{#c}}B{{/c}}C{{/b}}", "{'b': yes, 'c': no}", "AC", {{0}}},
        {"{{#l}}({{.}}){{/l}}", "{'l': ['<', 1, 2kr]}", "(&lt;)(1)(2)", {{0}}},
        {"{{#l}}({{{.}}}{{&.}}){{/l}}", "{'l': ['<', 1]}", "(<<)(11)", {{0}}},
        {"{{#l}}({{#.}}{{.}}{{/.}}){{/l}}", "{'l': [[1, 2], ['a']]}", "(12)(a)", {{0}}},
        {"{{#.}}{{x}}{{/.}}", "[{'x': 1}, {'x': 2}]", "12", {{0}}},
        {"{{#l}}{{#h}}{{.}}{{/h}}{{/l}}", "{'l': [1, 2], 'h': yes}", "12", {{0}}},
        {"{{#a.b}}x{{/a.b}}", "{'a': {'b': yes}}", "x", {{0}}},
        {"({{#a.b}}x{{/a.b}})", "{'a': none}", "()", {{0}}},
        {" | {{#b}}\t|\t{{/b}} | \n", "{'b': yes}", " | \t|\t | \n", {{0}}},
        {" | {{#b}} {{! x }}\n {{/b}} | \n", "{'b': yes}", " |  \n  | \n", {{0}}},
        {" {{#b}}A{{/b}}\n {{#b}}B{{/b}}\n", "{'b': yes}", " A\n B\n", {{0}}},
        {"| This\n{{#b}}\n|\n{{/b}}\n| Line\n", "{'b': yes}", "| This\n|\n| Line\n", {{0}}},
        {"| This\n  {{#b}}\t\n|\n  {{/b}} \n| Line\n", "{'b': yes}", "| This\n|\n| Line\n", {{0}}},
        {"|\r\n{{#b}}\r\n{{/b}}\r\n|", "{'b': yes}", "|\r\n|", {{0}}},
        {"  {{#b}}\n#{{/b}}\n/", "{'b': yes}", "#\n/", {{0}}},
        {"#{{#b}}\n/\n  {{/b}}", "{'b': yes}", "#\n/\n", {{0}}},
        {"{{#b}}{{#b}}\nx\n{{/b}}{{/b}}\n", "{'b': yes}", "\nx\n\n", {{0}}},
        {"|{{# b }}={{/ b }}|", "{'b': yes}", "|=|", {{0}}});
}

static void inverted_sections(void **state) {
    (void)state;
    CHECK_ALL(ESCAPE_HTML, true, {"{{^b}}shown{{/b}}", "{'b': no}", "shown", {{0}}},
              {"{{^b}}shown{{/b}}", "{'b': none}", "shown", {{0}}},
              {"{{^b}}shown{{/b}}", "{'b': ''}", "shown", {{0}}},
              {"{{^b}}shown{{/b}}", "{'b': []}", "shown", {{0}}},
              {"({{^b}}shown{{/b}})", "{'b': yes}", "()", {{0}}},
              {"({{^b}}shown{{/b}})", "{'b': 'x'}", "()", {{0}}},
              {"({{^b}}shown{{/b}})", "{'b': {'x': 1}}", "()", {{0}}},
              {"({{^b}}shown{{/b}})", "{'b': [{'x': 1}]}", "()", {{0}}},
              {"({{^b}}shown{{/b}})", "{'b': 0}", "()", {{0}}},
              {"{{^b}}1{{/b}} 2 {{^b}}3{{/b}}", "{'b': no}", "1 2 3", {{0}}},
              {"A{{^b}}B{{^b}}C{{/b}}D{{/b}}E", "{'b': no}", "ABCDE", {{0}}},
              {"A{{^b}}B{{^b}}C{{/b}}D{{/b}}E", "{'b': yes}", "AE", {{0}}},
              {"({{^a.b}}x{{/a.b}})", "{'a': {'b': no}}", "(x)", {{0}}},
              {"({{^a.b.c}}x{{/a.b.c}})", "{'a': none}", "(x)", {{0}}},
              {" | {{^b}} {{! x }}\n {{/b}} | \n", "{'b': no}", " |  \n  | \n", {{0}}},
              {"| This\n {{^b}} \n|\n{{/b}}\n| Line\n", "{'b': no}", "| This\n|\n| Line\n", {{0}}},
              {"|\r\n{{^b}}\r\n{{/b}}\r\n|", "{'b': no}", "|\r\n|", {{0}}},
              {"  {{^b}}\n^{{/b}}\n/", "{'b': no}", "^\n/", {{0}}},
              {"^{{^b}}\n/\n  {{/b}}", "{'b': no}", "^\n/\n", {{0}}},
              {"|{{^ b }}={{/ b }}|", "{'b': no}", "|=|", {{0}}});
}

static void partials(void **state) {
    (void)state;
    CHECK_ALL(
        ESCAPE_HTML, true, {"'{{>p}}'", "{}", "'from p'", {{"p", "from p"}}},
        {"'{{>p}}'", "{'x': 'c'}", "'*c*'", {{"p", "*{{x}}*"}}},
        {"{{>node}}",
         "{'x': 'X', 'l': [{'x': 'Y', 'l': []}]}",
         "X<Y<>>",
         {{"node", "{{x}}<{{#l}}{{>node}}{{/l}}>"}}},
        {"{{>outer}}",
         "{'a': 1, 'b': 2}",
         "*1 2!*",
         {{"outer", "*{{a}} {{>inner}}*"}, {"inner", "{{b}}!"}}},
        {"| {{>p}} |", "{}", "| \t|\t |", {{"p", "\t|\t"}}},
        {"  {{x}}  {{> p}}\n", "{'x': '|'}", "  |  >\n>\n", {{"p", ">\n>"}}},
        {"|\r\n{{>p}}\r\n|", "{}", "|\r\n>|", {{"p", ">"}}},
        {"  {{>p}}\n>", "{}", "  >\n  >>", {{"p", ">\n>"}}},
        {">\n  {{>p}}", "{}", ">\n  >\n  >", {{"p", ">\n>"}}},
        {"\\\n {{>p}}\n/\n",
         "{'x': '<\n->'}",
         "\\\n |\n <\n->\n |\n/\n",
         {{"p", "|\n{{{x}}}\n|\n"}}},
        {"|{{> p }}|", "{'b': yes}", "|[]|", {{"p", "[]"}}},
        {" {{>p}}\n", "{}", "  a\n\n  b\n\n c\n", {{"p", " {{>q}}\n\nc\n"}, {"q", "a\n\nb\n"}}},
        {" {{>p}}\n",
         "{'l': [1, 2], 'b': yes}",
         " 1,\n 2,\n x\n .\n",
         {{"p", "{{#l}}\n{{.}},\n{{/l}}\n{{#b}}x\n{{/b}}.\n"}}});
}

static void own_rules(void **state) {
    (void)state;
    CHECK_ALL(
        ESCAPE_MARKDOWN, true, {"{{x}}", "{'x': '- a'}", "\\- a", {{0}}},
        {"- {{x}}", "{'x': '1. a'}", "- 1\\. a", {{0}}},
        {"> {{x}}", "{'x': '# a'}", "> \\# a", {{0}}}, {"a {{x}}", "{'x': '- a'}", "a - a", {{0}}},
        {"{{n}} {{x}}", "{'n': none, 'x': '- a'}", " \\- a", {{0}}},
        {"a\n{{x}}", "{'x': '- a'}", "a\n\\- a", {{0}}},
        {"{{#b}}{{x}}{{/b}}", "{'b': yes, 'x': '+ a'}", "\\+ a", {{0}}},
        {"| {{x}} |", "{'x': 'a\n| b'}", "| a \\| b |", {{0}}},
        {"| {{#b}}{{x}}{{/b}} |", "{'b': no, 'x': 1}", "|  |", {{0}}},
        {"[{{x}}]({{u}})",
         "{'x': 'a]', 'u': 'https://a.no/b_(c)'}",
         "[a\\]](https://a.no/b\\_\\(c\\))",
         {{0}}},
        {"[a](p.md#{{u}}) {{u}}", "{'u': 'sak (1)'}", "[a](p.md#sak%20\\(1\\)) sak (1)", {{0}}},
        {"{{{x}}}", "{'x': '- *a*'}", "- *a*", {{0}}});
    CHECK_ALL(ESCAPE_CSS, true,
              {"a{content:\"{{x}}\"}",
               "{'x': '\"</style>\n'}",
               "a{content:\"\\\"\\3C /style>\\A \"}",
               {{0}}});
}

#define AT(place, message) "templates/" place ": error: " message " [template]\n"

static void unknown_names(void **state) {
    (void)state;
    CHECK_ALL(
        ESCAPE_HTML, false,
        {"a\nå{{tital}}",
         "{'tittel': 1}",
         AT("main:2:2", "unknown name 'tital'; did you mean 'tittel'?"),
         {{0}}},
        {"{{xyzzy}}{{xyzzy}}",
         "{'tittel': 1}",
         AT("main:1:1", "unknown name 'xyzzy'") AT("main:1:10", "unknown name 'xyzzy'"),
         {{0}}},
        {"{{#l}}{{xyz}}{{/l}}", "{'l': [1, 2, 3]}", AT("main:1:7", "unknown name 'xyz'"), {{0}}},
        {"{{#q}}{{/q}}", "{}", AT("main:1:1", "unknown name 'q'"), {{0}}},
        {"{{^q}}{{/q}}", "{}", AT("main:1:1", "unknown name 'q'"), {{0}}},
        {"{{a.navm}}",
         "{'a': {'navn': 1}, 'navm': 1}",
         AT("main:1:1", "unknown name 'navm'; did you mean 'navn'?"),
         {{0}}},
        {"{{#a}}{{b.c}}{{/a}}",
         "{'a': {'b': {}}, 'b': {'c': 1}}",
         AT("main:1:7", "unknown name 'c'"),
         {{0}}});
}

static void words_that_are_not_texts(void **state) {
    (void)state;
    CHECK_ALL(
        ESCAPE_HTML, false,
        {"{{a.b}}",
         "{'a': 'x'}",
         AT("main:1:1", "'b' in 'a.b': what comes before it has no parts"),
         {{0}}},
        {"{{b}}",
         "{'b': yes}",
         AT("main:1:1", "'b' is yes or no, not a text: write '{{#b}}' … '{{/b}}'"),
         {{0}}},
        {"{{b}}",
         "{'b': []}",
         AT("main:1:1", "'b' is a list, not a text: write '{{#b}}' … '{{/b}}'"),
         {{0}}},
        {"{{b}}", "{'b': {}}", AT("main:1:1", "'b' has parts: write '{{b.NAME}}' for one"), {{0}}});
}

static void sections_that_do_not_fit(void **state) {
    (void)state;
    CHECK_ALL(ESCAPE_HTML, false,
              {"\n {{#a}}\n",
               "{}",
               AT("main:2:2", "the section is not closed: '{{/a}}' is missing"),
               {{0}}},
              {"{{/a}}", "{}", AT("main:1:1", "'{{/a}}' closes a section that is not open"), {{0}}},
              {"{{#a}}\n{{/b}}",
               "{}",
               AT("main:2:1", "'{{/b}}' here, but the section that is open is 'a' of line 1"),
               {{0}}});
}

static void tags_that_are_none(void **state) {
    (void)state;
    CHECK_ALL(ESCAPE_HTML, false,
              {"a {{b", "{}", AT("main:1:3", "the tag is not closed: '}}' is missing"), {{0}}},
              {"a {{{b}}", "{}", AT("main:1:3", "the tag is not closed: '}}}' is missing"), {{0}}},
              {"{{", "{}", AT("main:1:1", "the tag is not closed: '}}' is missing"), {{0}}},
              {"{{a\n{{b}}",
               "{}",
               AT("main:1:1", "'a' is no name: a tag holds one word; is a '}}' missing?"),
               {{0}}},
              {"{{ }}", "{}", AT("main:1:1", "the tag has no name"), {{0}}},
              {"{{a..b}}", "{}", AT("main:1:1", "'a..b' is no name: a part of it is empty"), {{0}}},
              {"{{a.}}", "{}", AT("main:1:1", "'a.' is no name: a part of it is empty"), {{0}}},
              {"{{=<% %>=}}",
               "{}",
               AT("main:1:1", "other delimiters than '{{' and '}}' cannot be set"),
               {{0}}});
}

static void faults_of_partials(void **state) {
    (void)state;
    CHECK_ALL(
        ESCAPE_HTML, false,
        {"{{#a}}{{>p}}{{/a}}", "{'a': no}", AT("main:1:7", "there is no template 'p.html'"), {{0}}},
        {"{{>p}}", "{}", AT("p.html:1:1", "the tag is not closed: '}}' is missing"), {{"p", "{{"}}},
        {"{{>p}}", "{}", AT("p.html:1:2", "unknown name 'q'"), {{"p", " {{q}}"}}},
        {"{{>p}}",
         "{}",
         AT("p.html:1:2", "partials nest deeper than 32; does one include itself?"),
         {{"p", " {{>p}}{{>p}}"}}});
}

#undef AT

static void deep_sections_are_refused(void **state) {
    (void)state;
    struct writer writer;
    writer_to_memory(&writer, &arena);
    for (int i = 0; i < 65; i++)
        writer_put(&writer, TEXT("{{#a}}"));
    writer_byte(&writer, '\0');
    struct test_case test = {
        writer_text(&writer).data,
        "{'a': yes}",
        "templates/main:1:385: error: sections nest deeper than 64 [template]\n",
        {{0}}};
    check(&test, ESCAPE_HTML, false);
}

static void renderings_have_an_end(void **state) {
    (void)state;
    static const struct test_case test = {
        "{{#a}}{{#a}}{{#a}}{{#a}}{{>p}}{{/a}}{{/a}}{{/a}}{{/a}}", "", "", {{"p", "x{{!}}y"}}};
    struct folder folder = {{load}, &test, ".html", 0};
    struct diagnostics diagnostics;
    diagnostics_init(&diagnostics, &arena);
    struct value data = read_value(&(struct notation){"{'a': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}"});
    for (int i = 0; i < 2; i++) {
        struct writer writer;
        writer_to_memory(&writer, &arena);
        struct template_set *set =
            template_set_new(&folder.source, TEXT(".html"), ESCAPE_HTML, &diagnostics, &arena);
        set->most_steps = i == 0 ? 40000 : 30000;
        bool ends = template_render(set, TEXT("main"), &data, 1, &writer);
        if (ends != (i == 0))
            fail_msg("%s", messages(&diagnostics).data);
    }
    assert_string_equal(messages(&diagnostics).data,
                        "templates/main:1:25: error: more than 30000 tags and texts are shown; are "
                        "lists or partials nested in themselves? [template]\n");
}

static void prose_follows_the_format(void **state) {
    (void)state;
    CHECK_ALL(ESCAPE_HTML, true, {"{{x}}", "{'x': prose}", "<p>A &amp; B</p>\n", {{0}}},
              {"{{{x}}}", "{'x': prose}", "<p>A &amp; B</p>\n", {{0}}},
              {"{{#x}}{{.}}{{/x}}", "{'x': prose}", "<p>A &amp; B</p>\n", {{0}}});
    CHECK_ALL(
        ESCAPE_MARKDOWN, true, {"- {{x}}\n", "{'x': prose}", "- A & B\n", {{0}}},
        {"- {{x}}\n", "{'x': paragraphs}", "- A & B\n\n  C\n", {{0}}},
        {"12. {{x}}\n", "{'x': paragraphs}", "12. A & B\n\n    C\n", {{0}}},
        {"> {{x}}\n", "{'x': paragraphs}", "> A & B\n>\n> C\n", {{0}}},
        {"a\n  {{#b}}{{x}}{{/b}}\n", "{'x': paragraphs, 'b': yes}", "a\n  A & B\n\n  C\n", {{0}}},
        {"  {{>p}}", "{'x': paragraphs}", "  - A & B\n\n    C", {{"p", "- {{x}}"}}},
        {"| {{x}} |\n", "{'x': paragraphs}", "| A & B C |\n", {{0}}},
        {"| {{>p}} |\n", "{'x': paragraphs}", "| A & B C |\n", {{"p", "{{x}}"}}},
        {"| {{>p}} |\n", "{'x': paragraphs}", "| A & B C |\n", {{"p", "{{>q}}"}, {"q", "{{x}}"}}},
        {"a | {{x}}\n", "{'x': paragraphs}", "a | A & B\n\nC\n", {{0}}});
}

static void prose_embeds_partials(void **state) {
    (void)state;
    CHECK_ALL(
        ESCAPE_HTML, true,
        {"{{x}}", "{'x': card, 'y': '<'}", "<b>7</b>&lt;\n", {{"card", "<b>{{.}}</b>{{y}}\n"}}});
    CHECK_ALL(
        ESCAPE_MARKDOWN, true,
        {"- {{x}}\n", "{'x': card}", "- a 7\n\n  b\n", {{"card", "a {{.}}\n\nb\n"}}},
        {"> {{x}}\n", "{'x': card}", "> a\n>\n> 7\n", {{"card", "a\n\n{{.}}\n"}}},
        {"- {{x}}\n",
         "{'x': card}",
         "-   a\n    b\n  c\n",
         {{"card", "  {{>p}}\nc\n"}, {"p", "a\nb\n"}}},
        {"  {{>p}}\n", "{'x': card}", "  - a\n    b\n", {{"p", "- {{x}}\n"}, {"card", "a\nb\n"}}});
    CHECK_ALL(ESCAPE_HTML, false,
              {"\n{{x}}",
               "{'x': card}",
               "templates/main:2:1: error: there is no template 'card.html', which the text embeds "
               "[template]\n",
               {{0}}},
              {"{{x}}",
               "{'x': card}",
               "templates/card.html:1:2: error: partials nest deeper than 32; does one include "
               "itself? [template]\n",
               {{"card", " {{x}}"}}},
              {"{{x}}",
               "{'x': card}",
               "templates/card.html:1:1: error: unknown name 'yyy' [template]\n",
               {{"card", "{{yyy}}"}}},
              {"{{x}}",
               "{'x': card}",
               "templates/card.html:1:1: error: the tag has no name [template]\n",
               {{"card", "{{}}"}}});
}

// A list whose items are made when they are asked for: memory does not grow with it.
static struct value make_row(const void *context, size_t index, struct arena *items) {
    const char **begins_at = *(const char ***)context;
    if (index == 1)
        *begins_at = items->next;
    if (index > 1)
        assert_ptr_equal(items->next, *begins_at);
    struct map_builder map = map_begin(items);
    map_put(&map, TEXT("nr"), value_number((int64_t)index));
    map_put(&map, TEXT("tekst"), value_text(text_format(items, "row %zu", index)));
    return map_end(&map);
}

static void lazy_rows_are_given_back(void **state) {
    (void)state;
    enum { ROWS = 4 };
    const char *begins_at = NULL, **place = &begins_at;
    struct test_case test = {"{{#rows}}{{nr}}:{{tekst}};{{/rows}}", "", "", {{0}}};
    struct folder folder = {{load}, &test, ".html", 0};
    struct diagnostics diagnostics;
    diagnostics_init(&diagnostics, &arena);
    struct template_set *set =
        template_set_new(&folder.source, TEXT(".html"), ESCAPE_HTML, &diagnostics, &arena);
    struct member member = {TEXT("rows"), value_lazy_list(make_row, &place, ROWS)};
    struct value data = {.kind = VALUE_MAP};
    data.map.count = 1;
    data.map.members = &member;
    for (int i = 0; i < 2; i++) {
        struct writer writer;
        writer_to_memory(&writer, &arena);
        assert_true(template_render(set, TEXT("main"), &data, 1, &writer));
        writer_byte(&writer, '\0');
        assert_string_equal(writer_text(&writer).data, "0:row 0;1:row 1;2:row 2;3:row 3;");
    }
    assert_int_equal(folder.loads, 1); // compiled once
}

// The last context is looked at first.
static void contexts_are_searched_from_the_last(void **state) {
    (void)state;
    struct test_case test = {"{{x}}{{y}}", "", "", {{0}}};
    struct folder folder = {{load}, &test, ".html", 0};
    struct diagnostics diagnostics;
    diagnostics_init(&diagnostics, &arena);
    struct template_set *set =
        template_set_new(&folder.source, TEXT(".html"), ESCAPE_HTML, &diagnostics, &arena);
    struct value contexts[] = {
        read_value(&(struct notation){"{'x': 1, 'y': 2}"}),
        read_value(&(struct notation){"{'x': 3}"}),
    };
    struct writer writer;
    writer_to_memory(&writer, &arena);
    assert_true(template_render(set, TEXT("main"), contexts, 2, &writer));
    writer_byte(&writer, '\0');
    assert_string_equal(writer_text(&writer).data, "32");
    assert_false(template_render(set, TEXT("absent"), contexts, 2, &writer));
    assert_string_equal(messages(&diagnostics).data,
                        "templates/absent: error: there is no template of this name [template]\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(comments, start, finish),
        cmocka_unit_test_setup_teardown(interpolation, start, finish),
        cmocka_unit_test_setup_teardown(sections, start, finish),
        cmocka_unit_test_setup_teardown(inverted_sections, start, finish),
        cmocka_unit_test_setup_teardown(partials, start, finish),
        cmocka_unit_test_setup_teardown(own_rules, start, finish),
        cmocka_unit_test_setup_teardown(unknown_names, start, finish),
        cmocka_unit_test_setup_teardown(words_that_are_not_texts, start, finish),
        cmocka_unit_test_setup_teardown(sections_that_do_not_fit, start, finish),
        cmocka_unit_test_setup_teardown(tags_that_are_none, start, finish),
        cmocka_unit_test_setup_teardown(faults_of_partials, start, finish),
        cmocka_unit_test_setup_teardown(deep_sections_are_refused, start, finish),
        cmocka_unit_test_setup_teardown(renderings_have_an_end, start, finish),
        cmocka_unit_test_setup_teardown(prose_follows_the_format, start, finish),
        cmocka_unit_test_setup_teardown(prose_embeds_partials, start, finish),
        cmocka_unit_test_setup_teardown(lazy_rows_are_given_back, start, finish),
        cmocka_unit_test_setup_teardown(contexts_are_searched_from_the_last, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
