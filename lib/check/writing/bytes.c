// SPDX-License-Identifier: MIT
// Faults in the characters of a file, anywhere in it.

#include "check/writing/bytes.h"

#include "base/ascii.h"
#include "base/message.h"
#include "base/personalnumber.h"

enum { MOST_FAULTS = 100 }; // of one rule in one file

struct bytes {
    const struct sources *sources;
    struct source *source;
    size_t data_end;    // after it comes the text of a case paper
    size_t composed_to; // lines before are in normalisation form C, or reported
    size_t fault_count[RULE_COUNT];
};

static void report_bytes(struct bytes *bytes, enum rule rule, size_t from, const char *message) {
    bytes->fault_count[rule]++;
    report(bytes->sources->diagnostics, rule, bytes->source->path,
           source_position(bytes->sources, bytes->source, from), "%s", message);
}

static void fix_bytes(struct bytes *bytes, size_t from, size_t to, struct text with) {
    report_fix(bytes->sources->diagnostics, (struct fix){from, to, with});
}

static void check_personal_numbers(struct bytes *bytes) {
    size_t from, to = 0;
    while (bytes->fault_count[RULE_PERSONAL_NUMBER] < MOST_FAULTS &&
           personal_number_find(bytes->source->text, to, &from, &to))
        report_bytes(bytes, RULE_PERSONAL_NUMBER, from,
                     _("this is a national identity number; delete it, and tell those who are "
                       "responsible for privacy: it stays in the history of the repository"));
}

// --- lines ---

static bool is_break(struct text text, size_t at) {
    return at >= text.size || text.data[at] == '\n' || text.data[at] == '\r';
}

static size_t line_start(struct text text, size_t at) {
    while (at > 0 && !is_break(text, at - 1))
        at--;
    return at;
}

static size_t line_end(struct text text, size_t at) {
    while (!is_break(text, at))
        at++;
    return at;
}

// From the first byte that differs to the end of the last one, in whole characters.
static struct fix difference(struct text old, struct text new, size_t at) {
    size_t from = 0, tail = 0;
    while (from < old.size && from < new.size &&old.data[from] == new.data[from])
        from++;
    while (from > 0 && ((unsigned char)old.data[from] & 0xC0) == 0x80)
        from--;
    while (tail < old.size - from &&
           tail < new.size - from &&old.data[old.size - tail - 1] == new.data[new.size - tail - 1])
        tail++;
    while (tail > 0 && ((unsigned char)old.data[old.size - tail] & 0xC0) == 0x80)
        tail--;
    return (struct fix){at + from, at + old.size - tail, text_slice(new, from, new.size - tail)};
}

static void check_composition(struct bytes *bytes, size_t at) {
    struct text text = bytes->source->text;
    if (at < bytes->composed_to || bytes->fault_count[RULE_DECOMPOSED_LETTER] == MOST_FAULTS)
        return;
    size_t from = line_start(text, at);
    struct text line = text_slice(text, from, line_end(text, at));
    bytes->composed_to = from + line.size;
    struct text composed = text_nfc(bytes->sources->arena, line);
    if (text_equal(line, composed))
        return;
    struct fix fix = difference(line, composed, from);
    report_bytes(bytes, RULE_DECOMPOSED_LETTER, fix.from,
                 _("letter and accent are two characters here, as in å written as a and ˚; a "
                   "search for the word does not find it"));
    fix_bytes(bytes, fix.from, fix.to, fix.with);
}

// --- spaces ---

static const struct text no_break_spaces[] = {TEXT_OF("\u00A0"), TEXT_OF("\u202F"),
                                              TEXT_OF("\u2007"), TEXT_OF("")};
// Spaces, a hyphen, and marks of the direction of writing.
static const struct text zero_widths[] = {TEXT_OF("\u200B"), TEXT_OF("\u2060"), TEXT_OF("\u00AD"),
                                          TEXT_OF("\u200E"), TEXT_OF("\u200F"), TEXT_OF("\u061C"),
                                          TEXT_OF("")};

static size_t size_of_one(struct text text, size_t at, const struct text *these) {
    for (size_t i = 0; these[i].size > 0; i++)
        if (text_starts_with(text_slice(text, at, text.size), these[i]))
            return these[i].size;
    return 0;
}

static size_t skip_spaces(struct text text, size_t at) {
    for (size_t size = 1; size > 0; at += size)
        size = at < text.size && ascii_is_blank(text.data[at])
                   ? 1
                   : size_of_one(text, at, no_break_spaces);
    return at;
}

// Where the spaces before `at` begin, but not before `limit`.
static size_t spaces_start(struct text text, size_t at, size_t limit) {
    while (at > limit && ascii_is_blank(text.data[at - 1]))
        at--;
    return at;
}

static size_t check_no_break_space(struct bytes *bytes, size_t at) {
    struct text text = bytes->source->text;
    size_t end = skip_spaces(text, at);
    size_t start = spaces_start(text, at, 0);
    bool first = start == 0 || is_break(text, start - 1);
    if (bytes->fault_count[RULE_STRAY_SPACE] == MOST_FAULTS)
        return end;
    if (is_break(text, end)) {
        report_bytes(bytes, RULE_STRAY_SPACE, at,
                     _("an invisible no-break space at the end of the line; delete it"));
        fix_bytes(bytes, start, end, TEXT(""));
    } else if (first) {
        report_bytes(bytes, RULE_STRAY_SPACE, at,
                     _("a no-break space in the indentation; indent with spaces"));
        size_t columns = text_length(text_slice(text, start, end));
        struct text spaces = text_format(bytes->sources->arena, "%*s", (int)columns, "");
        if (text_find(text_slice(text, start, end), '\t') == end - start && columns < 100)
            fix_bytes(bytes, start, end, spaces);
    }
    return end;
}

static void check_zero_width(struct bytes *bytes, size_t from, size_t to) {
    if (bytes->fault_count[RULE_STRAY_SPACE] == MOST_FAULTS)
        return;
    report_bytes(bytes, RULE_STRAY_SPACE, from,
                 _("there is an invisible character without width in the text; delete it"));
    fix_bytes(bytes, from, to, TEXT(""));
}

// --- tabs ---

// Where YAML is, a tab at the start of a line is an error of its own; within Markdown it may be
// a part of code.
static size_t check_tab(struct bytes *bytes, size_t at) {
    struct text text = bytes->source->text;
    size_t from = spaces_start(text, at, 0), to = at;
    while (to < text.size && ascii_is_blank(text.data[to]))
        to++;
    bool indents = from == 0 || is_break(text, from - 1);
    if (at >= bytes->data_end || indents || bytes->fault_count[RULE_TAB] == MOST_FAULTS)
        return to;
    report_bytes(bytes, RULE_TAB, at,
                 _("this is a tab, which each editor shows in another width; write a space"));
    fix_bytes(bytes, from, to, is_break(text, to) ? TEXT("") : TEXT(" "));
    return to;
}

// ---

static size_t check_character(struct bytes *bytes, size_t at) {
    struct text text = bytes->source->text;
    if (text.data[at] == '\t')
        return check_tab(bytes, at);
    if (size_of_one(text, at, no_break_spaces) > 0)
        return check_no_break_space(bytes, at);
    size_t zero = size_of_one(text, at, zero_widths);
    if (zero > 0)
        check_zero_width(bytes, at, at + zero);
    else if ((unsigned char)text.data[at] >= 0xCC)
        check_composition(bytes, at);
    text_next_code_point(text, &at);
    return at;
}

void check_bytes(const struct sources *sources, struct source *source) {
    struct text text = source->text;
    struct bytes bytes = {.sources = sources, .source = source, .data_end = text.size};
    if (text_ends_with(source->path, TEXT(".md")) && source->text_count > 0)
        bytes.data_end = source->texts[source->text_count - 1].from;
    check_personal_numbers(&bytes);
    if (text_ends_with(source->path, TEXT(".csv")))
        return; // another program has written it
    for (size_t at = text_skip_plain(text, 0); at < text.size; at = text_skip_plain(text, at))
        at = check_character(&bytes, at);
}
