// SPDX-License-Identifier: MIT

#include "input/yaml/fault.h"

#include "base/ascii.h"
#include "base/message.h"
#include "base/words.h"

#include <string.h>

// libyaml's words for faults, and ours.
static const struct {
    const char *problem;
    const char *message;
    bool where_it_began;
} explanations[] = {
    {"mapping values are not allowed in this context",
     N_("a colon in the middle of a text; put the whole text in quotes, or check the indentation"),
     false},
    {"found character that cannot start any token",
     N_("this character cannot begin a text; put the text in quotes"), false},
    {"could not find expected ':'",
     N_("a line without a colon where a key was expected; write 'key: text', or indent the line to "
        "go on with the text above"),
     true},
    {"did not find expected '-' indicator",
     N_("a list item was expected here; begin the line with '- ' in the same column as the items "
        "above"),
     false},
    {"did not find expected key",
     N_("the line does not fit in here; check the indentation, and the quotes here and in the line "
        "above"),
     false},
    {"did not find expected ',' or ']'",
     N_("the list in [ ] lacks a comma between its items, or ']' at its end"), true},
    {"did not find expected ',' or '}'",
     N_("the map in { } lacks a comma between its keys, or '}' at its end"), true},
    {"found unexpected end of stream",
     N_("the text in quotes that begins here does not end; add the closing quote"), true},
    {"found unexpected document indicator",
     N_("the text in quotes that begins here does not end; add the closing quote"), true},
    {"block sequence entries are not allowed in this context",
     N_("a list cannot begin on this line; put '- ' on a line of its own, or a text that begins "
        "with it in quotes"),
     false},
    {"mapping keys are not allowed in this context",
     N_("'?' at the start of a text; put the text in quotes"), false},
    {"found undefined alias", N_("'*' at the start of a text; put the text in quotes"), false},
    {"found unknown escape character",
     N_("unknown character after '\\' in double quotes; write the text in single quotes"), false},
    {"did not find expected hexdecimal number",
     N_("unknown character after '\\' in double quotes; write the text in single quotes"), false},
    {"found invalid Unicode character escape code",
     N_("unknown character after '\\' in double quotes; write the text in single quotes"), false},
    {"did not find expected alphabetic or numeric character",
     N_("'&' or '*' at the start of a text; put the text in quotes"), true},
    {"found undefined tag handle", N_("'!' at the start of a text; put the text in quotes"), false},
    {"did not find expected tag URI", N_("'!' at the start of a text; put the text in quotes"),
     true},
    {"did not find expected '!'", N_("'!' at the start of a text; put the text in quotes"), true},
    {"did not find expected whitespace or line break",
     N_("'!' at the start of a text; put the text in quotes"), true},
    {"did not find the expected '>'", N_("'!' at the start of a text; put the text in quotes"),
     true},
    {"did not find URI escaped octet", N_("'!' at the start of a text; put the text in quotes"),
     true},
    {"found unexpected ':'", N_("a colon within [ ] or { }; put the text in quotes"), false},
    {"did not find expected node content",
     N_("a value was expected here; a comma or bracket is misplaced, or the text needs quotes"),
     false},
    {"found a tab character that violates indentation",
     N_("a tab in the indentation; indent with spaces"), false},
    {"found a tab character where an indentation space is expected",
     N_("a tab in the indentation; indent with spaces"), false},
    {"did not find expected comment or line break",
     N_("after '|' or '>' the text begins on the next line; a text that begins with one of them is "
        "written in quotes"),
     false},
    {"found an indentation indicator equal to 0",
     N_("after '|' or '>' the text begins on the next line; a text that begins with one of them is "
        "written in quotes"),
     false},
    {"could not find expected directive name",
     N_("a percent sign at the start of a line; put the text in quotes"), true},
    {"found unknown directive name",
     N_("a percent sign at the start of a line; put the text in quotes"), true},
    {"did not find expected <document start>",
     N_("the text goes on where the document was at its end; check the indentation"), false},
};

static bool is(const char *problem, const char *which) {
    return problem != NULL && strcmp(problem, which) == 0;
}

bool yaml_fault_is_where_it_began(const char *problem) {
    for (size_t i = 0; i < sizeof explanations / sizeof *explanations; i++)
        if (is(problem, explanations[i].problem))
            return explanations[i].where_it_began;
    return false;
}

// --- the text at the fault ---

// A line and its parts, as bytes of the text.
struct line {
    struct text text; // the whole text up to the end of the line
    size_t from;
    size_t content; // after its indentation
    size_t key;     // after "- " before a key
    size_t key_end; // of letters, digits and hyphens
    size_t value;   // after the colon and spaces; the end of the line without a colon
};

static char byte_at(struct text text, size_t at) {
    return at < text.size ? text.data[at] : '\0';
}

static bool is_key_byte(char byte) {
    return ascii_is_digit(byte) || ascii_is_letter(byte) || byte == '-' ||
           (unsigned char)byte >= 0x80;
}

static size_t skip(struct text text, size_t at, const char *bytes) {
    while (at < text.size && text.data[at] != '\0' && strchr(bytes, text.data[at]) != NULL)
        at++;
    return at;
}

static struct line line_around(struct text text, size_t at) {
    struct line line = {.from = at};
    while (line.from > 0 && text.data[line.from - 1] != '\n' && text.data[line.from - 1] != '\r')
        line.from--;
    line.text = text_slice(text, 0, text_line_end(text, line.from));
    line.content = line.key = skip(line.text, line.from, " \t");
    while (byte_at(line.text, line.key) == '-' && byte_at(line.text, line.key + 1) == ' ')
        line.key = skip(line.text, line.key + 1, " ");
    line.key_end = line.key;
    while (line.key_end < line.text.size && is_key_byte(line.text.data[line.key_end]))
        line.key_end++;
    bool colon = line.key_end > line.key && byte_at(line.text, line.key_end) == ':';
    line.value = colon ? skip(line.text, line.key_end + 1, " ") : line.text.size;
    return line;
}

// The line before that is not empty; an empty one at the start of the text.
static struct line line_before(struct text text, struct line line) {
    size_t at = line.from;
    while (at > 0 && strchr(" \t\r\n", text.data[at - 1]) != NULL)
        at--;
    return line_around(text, at == 0 ? 0 : at - 1);
}

struct fault {
    const char *problem;
    size_t at;
    struct line line;
    struct line before;
};

static bool has_key(const struct line *line) {
    char after = byte_at(line->text, line->key_end + 1);
    return line->key_end > line->key && byte_at(line->text, line->key_end) == ':' &&
           (after == ' ' || after == '\0');
}

// --- faults that it reveals, and their place ---

static bool lacks_space(const struct line *line) {
    char first = byte_at(line->text, line->key), after = byte_at(line->text, line->key_end + 1);
    enum { LONGEST = 40 };
    return byte_at(line->text, line->key_end) == ':' && after != '\0' && after != ' ' &&
           after != '/' && after != '\t' && !ascii_is_digit(first) && line->key_end > line->key &&
           line->key_end - line->key < LONGEST;
}

static bool lacks_space_after_colon(struct fault *fault) {
    struct line *line = &fault->line;
    if (is(fault->problem, "mapping values are not allowed in this context"))
        line = &fault->before;
    if (!lacks_space(line))
        return false;
    fault->at = line->key_end;
    return true;
}

static bool has_no_break_space_after_colon(struct fault *fault) {
    if (!lacks_space_after_colon(fault))
        return false;
    struct text text = fault->line.text;
    fault->at += word_space(text, fault->at + 1) > 1;
    return word_space(text, fault->at) > 1;
}

static bool lacks_space_after_dash(struct fault *fault) {
    const struct line *lines[] = {&fault->line, &fault->before};
    for (size_t i = 0; i < 2; i++) {
        char next = byte_at(lines[i]->text, lines[i]->content + 1);
        if (byte_at(lines[i]->text, lines[i]->content) != '-' || next == '-' ||
            !is_key_byte(next) || ascii_is_digit(next))
            continue;
        fault->at = lines[i]->content;
        return true;
    }
    return false;
}

static bool is_deeper(struct fault *fault) {
    return is(fault->problem, "mapping values are not allowed in this context") &&
           fault->at == fault->line.key_end && has_key(&fault->line) &&
           fault->line.key == fault->line.content;
}

static bool is_in_own_column(struct fault *fault) {
    bool other = is(fault->problem, "did not find expected '-' indicator") ||
                 is(fault->problem, "did not find expected key");
    return other && fault->at == fault->line.content && has_key(&fault->line) &&
           fault->line.key == fault->line.content;
}

static bool has_curly_quotes(struct fault *fault) {
    static const struct text quotes[] = {TEXT_OF("“"), TEXT_OF("”"), TEXT_OF("„"), TEXT_OF("‘"),
                                         TEXT_OF("’")};
    struct text value = text_slice(fault->line.text, fault->line.value, fault->line.text.size);
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (text_starts_with(value, quotes[i])) {
            fault->at = fault->line.value;
            return true;
        }
    return false;
}

static bool cannot_begin(const struct fault *fault, char byte) {
    return is(fault->problem, "found character that cannot start any token") &&
           byte_at(fault->line.text, fault->at) == byte;
}

static bool begins_with_at(struct fault *fault) {
    return cannot_begin(fault, '@');
}

static bool begins_with_backtick(struct fault *fault) {
    return cannot_begin(fault, '`');
}

static bool begins_with_percent(struct fault *fault) {
    return cannot_begin(fault, '%');
}

static bool begins_with_tab(struct fault *fault) {
    return cannot_begin(fault, '\t');
}

// The value has ended, but the line goes on.
static bool goes_on_after(const struct fault *fault, char opening) {
    return is(fault->problem, "did not find expected key") && fault->at > fault->line.value &&
           byte_at(fault->line.text, fault->line.value) == opening;
}

static bool has_key_after(struct fault *fault) {
    size_t end = fault->at;
    while (end < fault->line.text.size && is_key_byte(fault->line.text.data[end]))
        end++;
    return is(fault->problem, "did not find expected key") && fault->at > fault->line.value &&
           end > fault->at && byte_at(fault->line.text, end) == ':';
}

static bool goes_on_after_single_quote(struct fault *fault) {
    return goes_on_after(fault, '\'');
}

static bool goes_on_after_double_quote(struct fault *fault) {
    return goes_on_after(fault, '"');
}

static bool goes_on_after_list(struct fault *fault) {
    return goes_on_after(fault, '[') || goes_on_after(fault, '{');
}

static bool is_block_without_indent(struct fault *fault) {
    const struct line *before = &fault->before;
    char last = byte_at(before->text, before->text.size - (before->text.size > 0));
    return is(fault->problem, "could not find expected ':'") && (last == '|' || last == '>') &&
           before->value + 1 == before->text.size;
}

// The first that applies counts.
static const struct {
    bool (*applies)(struct fault *fault);
    const char *message;
} hints[] = {
    {lacks_space_after_dash,
     N_("a space is missing after the dash; an item of a list begins with '- '")},
    {has_no_break_space_after_colon,
     N_("there is a no-break space after the colon; write an ordinary one")},
    {lacks_space_after_colon, N_("a space is missing after the colon; write 'key: text'")},
    {has_curly_quotes,
     N_("curly quotes do not hold a text together; put straight ones (\") around it")},
    {is_deeper, N_("the line is indented more than those above it; keys that belong together are "
                   "in the same column")},
    {is_in_own_column, N_("the line begins in a column of its own; keys that belong together are "
                          "in the same column")},
    {begins_with_at, N_("'@' cannot begin a text; put the text in quotes")},
    {begins_with_backtick, N_("'`' cannot begin a text; put the text in quotes")},
    {begins_with_percent, N_("a percent sign cannot begin a text; put the text in quotes")},
    {begins_with_tab, N_("this is a tab; indent with spaces")},
    {has_key_after, N_("there is a second key on the line; begin a new line with it")},
    {goes_on_after_single_quote,
     N_("the text in quotes has ended, but the line goes on; write an apostrophe twice ('') "
        "within single quotes")},
    {goes_on_after_double_quote,
     N_("the text in quotes has ended, but the line goes on; put single quotes (') around the "
        "whole text")},
    {goes_on_after_list, N_("there is something after the closing bracket; a text that begins "
                            "with '[' or '{' is written in quotes")},
    {is_block_without_indent, N_("a text after '|' is indented more than its key")},
};

const char *yaml_fault_message(const char *problem, struct text text, size_t *at) {
    struct fault fault = {.problem = problem, .at = *at, .line = line_around(text, *at)};
    fault.before = line_before(text, fault.line);
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
        if (hints[i].applies(&fault)) {
            *at = fault.at;
            return _(hints[i].message);
        }
    for (size_t i = 0; i < sizeof explanations / sizeof *explanations; i++)
        if (is(problem, explanations[i].problem))
            return _(explanations[i].message);
    return _("this is not valid YAML; check colons, quotes and indentation");
}
