// SPDX-License-Identifier: MIT

#include "check/markup/markup.h"

#include "base/ascii.h"
#include "base/message.h"
#include "base/words.h"
#include "check/markup/foreign.h"
#include "check/lists/marks.h"
#include "check/lists/pastedlists.h"
#include "check/lists/tables.h"
#include "check/markup/paths.h"
#include "check/writing/classes.h"

#include <string.h>

// --- headings, bold words ---

static bool check_heading(struct text_scan *scan, const struct scan_line *line) {
    enum { MOST = 6 };
    size_t count = 0;
    while (count < line->text.size && line->text.data[count] == '#')
        count++;
    if (count < 2 || count > MOST || !word_at(line->text, count))
        return false;
    scan_report(scan, RULE_MISSING_SPACE, line->from + count,
                _("a heading needs a space after '%.*s'"), (int)count, line->text.data);
    scan_fix(scan, line->from + count, line->from + count, TEXT(" "));
    return true;
}

static bool is_sign_twice(struct text text, size_t at, char sign) {
    return at + 1 < text.size && text.data[at] == sign && text.data[at + 1] == sign &&
           (at == 0 || (text.data[at - 1] != sign && text.data[at - 1] != '\\')) &&
           (at + 2 >= text.size || text.data[at + 2] != sign);
}

static bool ends_with_punctuation(struct text text) {
    static const struct text wide[] = {TEXT_OF("»"), TEXT_OF("”"), TEXT_OF("’"), TEXT_OF("…")};
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (text_ends_with(text, wide[i]))
            return true;
    return text.size > 0 && strchr(":.,;!?)\"", text.data[text.size - 1]) != NULL;
}

// "**Vedtak:**ASU", "__Vedtak__ASU": after punctuation, and as lines anywhere, the signs before a
// letter do not end the bold words.
static void check_bold_end(struct text_scan *scan, size_t at) {
    struct text text = scan->text;
    bool ends = text.data[at] == '_' || ends_with_punctuation(text_slice(text, 0, at));
    if (!ends || !is_sign_twice(text, at, text.data[at]) || !word_at(text, at + 2))
        return;
    scan_report(scan, RULE_MISSING_SPACE, at,
                _("the bold words do not end here; write a space after '%.*s'"), 2, text.data + at);
    scan_fix(scan, at + 2, at + 2, TEXT(" "));
}

// Where the signs end the bold words that begin at `at` on the same line; or `at`.
static size_t find_bold_end(const struct text_scan *scan, size_t at) {
    struct text text = scan->text;
    for (size_t end = at + 3, to = text_line_end(text, at); end + 1 < to; end++)
        if (is_sign_twice(text, end, text.data[at]) && scan->classes[end] <= PROSE_TITLE)
            return end;
    return at;
}

// "**Vedtak: **ASU", "** Vedtak** ASU": a space within the signs, which then are printed.
static void check_spaced_bold(struct text_scan *scan, size_t at, size_t end) {
    struct text text = scan->text, inside = text_slice(text, at + 2, end);
    struct text words = text_trim(inside), sign = text_slice(text, at, at + 2);
    bool both = words.data != inside.data && ascii_is_blank(inside.data[inside.size - 1]);
    if (words.size == 0 || (both && ascii_is_digit(words.data[0])))
        return;
    struct text meant =
        text_format(scan->repository->arena, "%.*s%.*s%.*s%s", TEXT_ARGS(sign), TEXT_ARGS(words),
                    TEXT_ARGS(sign), word_at(text, end + 2) ? " " : "");
    scan_report(scan, RULE_MISSING_SPACE, at,
                _("a space is within the signs of the bold words, and they are printed as they "
                  "are; write '%.*s'"),
                TEXT_ARGS(text_trim(meant)));
    if (!both)
        scan_fix(scan, at, end + 2, meant);
}

// Returns where the bold words that begin at `at` end, or `at`.
static size_t check_bold(struct text_scan *scan, size_t at) {
    struct text text = scan->text;
    bool opens = is_sign_twice(text, at, text.data[at]) && !word_before(text, at);
    size_t end = opens ? find_bold_end(scan, at) : at;
    if (end == at) {
        if (text.data[at] == '*')
            check_bold_end(scan, at);
        return at;
    }
    struct text inside = text_slice(text, at + 2, end);
    if (inside.size != text_trim(inside).size)
        check_spaced_bold(scan, at, end);
    else
        check_bold_end(scan, end);
    return end + 2;
}

// --- within a line ---

// "[ ] ", perhaps after the mark of an item, of `*mark` bytes.
static bool has_box(const struct scan_line *line, size_t *mark) {
    int number;
    *mark = markdown_mark_size(line->text, &number);
    struct text box = text_slice(line->text, *mark, line->text.size);
    return box.size > 4 &&
           (text_starts_with(box, TEXT("[ ] ")) || text_starts_with(box, TEXT("[x] ")) ||
            text_starts_with(box, TEXT("[X] ")));
}

// Without the mark of an item, a box needs another one.
static bool check_task(struct text_scan *scan, const struct scan_line *before,
                       const struct scan_line *line, const struct scan_line *next) {
    size_t mark, other;
    if (!has_box(line, &mark) || (mark == 0 && !has_box(before, &other) && !has_box(next, &other)))
        return false;
    scan_report(scan, RULE_NOT_MARKDOWN, line->from + mark,
                _("a box to tick is printed as '%.*s'; write in words what is done"), 3,
                line->text.data + mark);
    return true;
}

// "\1." for "1\.": the sign that is not to begin an item is the period.
static bool check_backslash(struct text_scan *scan, const struct scan_line *line) {
    struct text text = line->text;
    size_t end = 1;
    while (end < text.size && ascii_is_digit(text.data[end]))
        end++;
    if (text.size < 3 || text.data[0] != '\\' || end == 1 || end + 1 >= text.size ||
        text.data[end] != '.' || !ascii_is_blank(text.data[end + 1]))
        return false;
    struct text digits = text_slice(text, 1, end);
    struct text meant = text_format(scan->repository->arena, "%.*s\\.", TEXT_ARGS(digits));
    scan_report(scan, RULE_NOT_MARKDOWN, line->from,
                _("the '\\' is printed as it is here; write '%.*s'"), TEXT_ARGS(meant));
    scan_fix(scan, line->from, line->from + end + 1, meant);
    return true;
}

static bool is_plain_words(const struct text_scan *scan, size_t at) {
    return scan->classes[at] <= PROSE_TITLE && (at == 0 || scan->text.data[at - 1] != '\\');
}

// Omissions and editors' words in a quotation: "[…]", "[sic]".
static bool is_of_quotation(struct text words) {
    bool one = words.size == 1 && strchr("xX!?", words.data[0]) != NULL; // "[x]" is reported as a
                                                                         // box
    return one || text_is(words, "...") || text_is(words, "…") || text_is(words, "sic");
}

// "[words]: address", which a paragraph can begin with: it says where "[words]" leads, and is not
// shown. 0, or the size of "[words]".
static size_t defined_size(struct text line) {
    size_t end = text_find(line, ']');
    if (line.size == 0 || line.data[0] != '[' || end < 2 || end + 1 >= line.size ||
        line.data[end + 1] != ':')
        return 0;
    struct text rest = text_trim(text_slice(line, end + 2, line.size));
    size_t address = text_starts_with(rest, TEXT("<")) ? text_find(rest, '>') : 0;
    while (address < rest.size && rest.data[address] != ' ' && rest.data[address] != '\t')
        address++;
    struct text title = text_trim(text_slice(rest, address, rest.size));
    bool is_whole = title.size == 0 || strchr("\"'(", title.data[0]) != NULL;
    return is_whole ? end + 1 : 0;
}

static struct text small_letters(struct text_scan *scan) {
    if (scan->small.data == NULL)
        scan->small = text_lower(scan->scratch, scan->text);
    return scan->small;
}

static bool is_within(struct text words, struct text text) {
    return memmem(text.data, text.size, words.data, words.size) != NULL;
}

// Whether "[words]" is in the text without ":" after it.
static bool is_used(struct text text, struct text bracket) {
    const char *found;
    while ((found = memmem(text.data, text.size, bracket.data, bracket.size)) != NULL) {
        text = text_slice(text, (size_t)(found - text.data) + bracket.size, text.size);
        if (text.size == 0 || text.data[0] != ':')
            return true;
    }
    return false;
}

static void check_definition(struct text_scan *scan, const struct scan_line *before,
                             const struct scan_line *line) {
    size_t size = defined_size(line->text);
    bool begins = before->text.size == 0 || defined_size(before->text) > 0;
    if (size == 0 || !begins || scan->classes[line->from] != PROSE_ADDRESS)
        return;
    struct text bracket = text_slice(line->text, 0, size);
    if (!is_used(scan->text, bracket) &&
        !is_used(small_letters(scan), text_lower(scan->scratch, bracket)))
        scan_report(scan, RULE_NOT_MARKDOWN, line->from,
                    _("this says where '%.*s' leads, and is not shown, and nothing else names it; "
                      "delete it, or write '\\[' for the bracket itself"),
                    TEXT_ARGS(bracket));
}

// Somewhere the text says where "[words]" leads, in any case of letters.
static bool is_defined(struct text_scan *scan, struct text bracket) {
    const struct text definition = text_concat(scan->scratch, bracket, TEXT(":"));
    return is_within(definition, scan->text) ||
           (is_within(TEXT("]:"), scan->text) &&
            is_within(text_lower(scan->scratch, definition), small_letters(scan)));
}

static void check_bracket(struct text_scan *scan, size_t at) {
    enum { LONGEST = 100 };
    struct text rest = text_slice(scan->text, at, scan->text.size);
    size_t end = text_find(text_slice(rest, 0, text_line_end(rest, 0)), ']');
    if (end + 1 > rest.size || end < 2 || end > LONGEST || rest.data[end] != ']')
        return;
    struct text words = text_slice(rest, 1, end);
    char after = end + 1 < rest.size ? rest.data[end + 1] : ' ';
    if (text_starts_with(words, TEXT("^"))) {
        scan_report(scan, RULE_NOT_MARKDOWN, at,
                    _("'[%.*s]' is not a footnote here, and is printed as it is; write the note in "
                      "parentheses, or as a paragraph"),
                    TEXT_ARGS(words));
        return;
    }
    bool target = after == '(' || after == '[' || after == ':' ||
                  (at > 0 && (scan->text.data[at - 1] == ']' || scan->text.data[at - 1] == '!'));
    if (target || words.data[0] == ' ' || words.data[0] == '[' || is_of_quotation(words) ||
        is_defined(scan, text_slice(rest, 0, end + 1)))
        return;
    scan_report(scan, RULE_NOT_MARKDOWN, at,
                _("'[%.*s]' leads nowhere, and is printed as it is; write '[%.*s](https://…)', or "
                  "'\\[' for the bracket itself"),
                TEXT_ARGS(words), TEXT_ARGS(words));
}

// "[words][name]" and "[words][]", which nothing in the text says the address of.
static void check_named_link(struct text_scan *scan, size_t at) {
    struct text rest = text_slice(scan->text, at, scan->text.size);
    rest = text_slice(rest, 0, text_line_end(rest, 0));
    size_t end = text_find(rest, ']');
    if (scan->classes[at] != PROSE_LINKED || end < 2 || end + 2 >= rest.size ||
        rest.data[end + 1] != '[' || (at > 0 && strchr("\\![", scan->text.data[at - 1]) != NULL))
        return;
    struct text words = text_slice(rest, 1, end), name = text_slice(rest, end + 1, rest.size);
    name = text_slice(name, 0, text_find(name, ']') + 1);
    struct text sought = name.size > 2 ? name : text_slice(rest, 0, end + 1);
    if (!is_defined(scan, sought))
        scan_report(
            scan, RULE_NOT_MARKDOWN, at,
            _("'[%.*s]' leads nowhere, and is printed as it is; write '[%.*s](https://…)', or "
              "'\\[' for the bracket itself"),
            TEXT_ARGS(words), TEXT_ARGS(words));
}

static bool is_between_digits(struct text text, size_t at) {
    return at > 0 && at + 1 < text.size && ascii_is_digit(text.data[at - 1]) &&
           ascii_is_digit(text.data[at + 1]);
}

// "2*3*4": the stars make the 3 emphasised, and are not shown. Returns where that ends, or `at`.
static size_t check_product(struct text_scan *scan, size_t at) {
    struct text text = scan->text;
    size_t end = at + 1;
    while (end < text.size && ascii_is_digit(text.data[end]))
        end++;
    if (!is_between_digits(text, at) || end >= text.size || text.data[end] != '*' ||
        !is_between_digits(text, end))
        return at;
    struct text factor = text_slice(text, at + 1, end);
    scan_report(scan, RULE_NOT_MARKDOWN, at,
                _("the stars are not shown, and make '%.*s' emphasised; write '\\*', or '·'"),
                TEXT_ARGS(factor));
    scan_fix(scan, at, end + 1,
             text_format(scan->repository->arena, "\\*%.*s\\*", TEXT_ARGS(factor)));
    return end + 1;
}

// What begins at the sign: returns where it ends, or `at`.
static size_t check_sign(struct text_scan *scan, size_t at) {
    char sign = scan->text.data[at];
    size_t end = sign == '*' ? check_product(scan, at) : sign == '\\' ? check_path(scan, at) : at;
    if (end == at && (sign == '*' || sign == '_'))
        return check_bold(scan, at);
    return end > at ? end : check_foreign(scan, at);
}

static void check_inlines(struct text_scan *scan) {
    static const bool openers[256] = {['*'] = true, ['_'] = true, FOREIGN_OPENERS};
    const struct text text = scan->text;
    for (size_t at = 0; !scan->full && (at = text_find_any(text, at, openers)) + 1 < text.size;
         at++) {
        char byte = text.data[at];
        bool plain = is_plain_words(scan, at);
        size_t end = plain ? check_sign(scan, at) : at;
        if (end > at)
            at = end - 1;
        else if (byte == '[' && plain)
            check_bracket(scan, at);
        else if (byte == '[')
            check_named_link(scan, at);
    }
}

// --- all of it ---

static bool has_lines_of_file(const struct text_scan *scan) {
    return scan->written->block || (text_ends_with(scan->source->path, TEXT(".md")) &&
                                    scan->written->to == scan->source->text.size);
}

static void check_lines(struct text_scan *scan) {
    struct scan_line before = {.to = 0}, line = scan_line_at(scan, 0);
    struct pasted_lists lists = {0};
    while (!scan->full) {
        struct scan_line next = scan_next_line(scan, &line);
        check_definition(scan, &before, &line);
        if (!check_pasted_item(scan, &before, &line, &lists) && line.is_prose &&
            !check_heading(scan, &line) && !check_task(scan, &before, &line, &next) &&
            !check_backslash(scan, &line))
            check_table(scan, &before, &line, &next);
        if (line.to >= scan->text.size)
            return;
        before = line;
        line = next;
    }
}

void check_markup(struct text_scan *scan) {
    if (has_lines_of_file(scan))
        check_lines(scan);
    check_inlines(scan);
}

// --- what follows itself ---

// Short lines ("Ja", "---") may well occur twice, and so may rows of figures.
static bool may_be_repeated(const struct scan_line *line) {
    enum { SHORTEST = 20 };
    return !line->is_prose || line->text.size < SHORTEST || line->text.data[0] == '|' ||
           line->text.data[0] == '!';
}

// The paragraph, or one of its lines, that begins with `line`; `*end` is its last line.
static struct text paragraph_from(const struct text_scan *scan, struct scan_line line,
                                  struct scan_line *end) {
    struct scan_line last = line;
    for (struct scan_line next = scan_next_line(scan, &line);
         next.text.size > 0 && next.from > last.from; next = scan_next_line(scan, &next))
        last = next;
    *end = last;
    return text_trim(text_slice(scan->text, line.from, last.to));
}

static void report_repeated(struct text_scan *scan, const struct scan_line *line) {
    scan_report(scan, RULE_REPEATED_TEXT, line->from,
                _("this repeats what is right before it; delete one of the two"));
}

static void check_repeated_lines(struct text_scan *scan, const struct scan_line *first,
                                 const struct scan_line *last) {
    for (struct scan_line line = *first; line.from < last->from && !scan->full;) {
        struct scan_line next = scan_next_line(scan, &line);
        if (!may_be_repeated(&next) && text_equal(line.text, next.text))
            report_repeated(scan, &next);
        line = next;
    }
}

void check_repetition(struct text_scan *scan) {
    struct text before = TEXT("");
    if (!has_lines_of_file(scan))
        return;
    for (struct scan_line line = scan_line_at(scan, 0); !scan->full;) {
        struct scan_line end = line;
        if (line.text.size > 0) {
            struct text paragraph = paragraph_from(scan, line, &end);
            if (!may_be_repeated(&line) && text_equal(paragraph, before))
                report_repeated(scan, &line);
            check_repeated_lines(scan, &line, &end);
            before = paragraph;
        }
        if (end.to >= scan->text.size)
            return;
        line = scan_next_line(scan, &end);
    }
}
