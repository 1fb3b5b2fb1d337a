// SPDX-License-Identifier: MIT

#include "check/writing/markup.h"

#include "base/ascii.h"
#include "base/message.h"
#include "base/words.h"
#include "check/writing/classes.h"
#include "check/writing/foreign.h"

#include <string.h>

// A line of the text, without its line break and what it is indented by.
struct line {
    size_t from;
    size_t to;
    struct text text;
    bool is_prose; // not code, or HTML
};

static struct line line_at(const struct text_scan *scan, size_t at) {
    struct text text = scan->text;
    struct line line = {.to = at + text_find(text_slice(text, at, text.size), '\n')};
    line.text = text_trim(text_slice(text, at, line.to));
    line.from = line.text.size == 0 ? at : (size_t)(line.text.data - text.data);
    line.is_prose = line.text.size > 0 && scan->classes[line.from] <= PROSE_LINKED;
    return line;
}

static struct line next_line(const struct text_scan *scan, const struct line *line) {
    return line_at(scan, line->to < scan->text.size ? line->to + 1 : line->to);
}

// --- lists ---

static const struct text bullets[] = {
    TEXT_OF("•"), TEXT_OF("·"), TEXT_OF("▪"), TEXT_OF("◦"),      TEXT_OF("●"),
    TEXT_OF("○"), TEXT_OF("‣"), TEXT_OF("■"), TEXT_OF("\uF0B7"), TEXT_OF("–"),
    TEXT_OF("➢"), TEXT_OF("►"), TEXT_OF("✓"), TEXT_OF("\uF0A7"), TEXT_OF("\uF0D8"),
};

// The bullet with the spaces and tabs that must follow it; 0 where the line does not begin with
// one.
static size_t bullet_size(struct text line) {
    static const struct text second_level = TEXT_OF("o\t"); // of Word
    if (line.size == 0 || (ascii_is_letter(line.data[0]) && line.data[0] != 'o'))
        return 0; // as nearly all lines
    if (text_starts_with(line, second_level) && line.size > second_level.size)
        return second_level.size;
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++) {
        size_t size = bullets[i].size;
        if (!text_starts_with(line, bullets[i]))
            continue;
        while (word_space(line, size) > 0)
            size += word_space(line, size);
        if (size > bullets[i].size && size < line.size)
            return size;
    }
    return 0;
}

static bool check_bullet(struct text_scan *scan, const struct line *line) {
    size_t size = bullet_size(line->text);
    if (size == 0)
        return false;
    scan_report(scan, RULE_PASTED_LIST, line->from,
                _("this is not a list, and runs on as text; an item begins with '- '"));
    scan_fix(scan, line->from, line->from + size, TEXT("- "));
    return true;
}

// Size of the mark that item `number` of a list begins with, and of the spaces after it; 0 where
// the line begins with something else.
typedef size_t mark_size(struct text line, int number);

static size_t with_spaces(struct text line, size_t size) {
    size_t mark = size;
    while (word_space(line, size) > 0)
        size += word_space(line, size);
    return size > mark && size < line.size ? size : 0;
}

// "a) …" or "(a) …"
static size_t letter_size(struct text line, int number) {
    size_t at = line.size > 0 && line.data[0] == '(' ? 1 : 0;
    bool found = number <= 'z' - 'a' + 1 && line.size > at + 3 &&
                 (line.data[at] | 0x20) == 'a' + number - 1 && line.data[at + 1] == ')';
    return found ? with_spaces(line, at + 2) : 0;
}

static bool letter_at(struct text text, size_t at) {
    return word_at(text, at) && !ascii_is_digit(text.data[at]);
}

// "1.Word" or "1)Word"
static size_t number_size(struct text line, int number) {
    enum { MOST_DIGITS = 4 };
    size_t size = 0;
    int written = 0;
    for (; size < MOST_DIGITS && size < line.size && ascii_is_digit(line.data[size]); size++)
        written = 10 * written + line.data[size] - '0';
    bool found = size > 0 && written == number && size < line.size &&
                 (line.data[size] == '.' || line.data[size] == ')') && letter_at(line, size + 1);
    return found ? size + 1 : 0;
}

// "-Word", whichever item it is
static size_t dash_size(struct text line, int number) {
    (void)number;
    return line.size > 1 && line.data[0] == '-' && letter_at(line, 1) ? 1 : 0;
}

static const struct {
    mark_size *size;
    bool is_numbered;
} marks[] = {{letter_size, true}, {number_size, true}, {dash_size, false}};
enum { LIST_MARKS = sizeof marks / sizeof *marks };

// The first item with the second on the next line or after its continuation: otherwise it may be a
// word that happens to begin a line.
static bool begins_list(const struct text_scan *scan, const struct line *line, mark_size *size) {
    enum { FARTHEST = 30 }; // lines
    if (size(line->text, 1) == 0)
        return false;
    struct line next = next_line(scan, line);
    for (int i = 0; i < FARTHEST && next.from > line->from; i++, next = next_line(scan, &next))
        if (size(next.text, 2) > 0 || size(next.text, 1) > 0)
            return next.is_prose && size(next.text, 2) > 0;
    return false;
}

// `*number` is that of the next item of the list; 0: none is open.
static bool check_mark(struct text_scan *scan, const struct line *line, size_t mark, int *number) {
    if (line->text.size == 0)
        return false;
    if (begins_list(scan, line, marks[mark].size))
        *number = 1;
    size_t size = *number == 0 ? 0 : marks[mark].size(line->text, *number);
    if (size == 0)
        return false;
    struct text meant = marks[mark].is_numbered
                            ? text_format(scan->repository->arena, "%d. ", *number)
                            : TEXT("- ");
    scan_report(scan, RULE_PASTED_LIST, line->from,
                _("this is not a list, and runs on as text; an item begins with '%.*s'"),
                TEXT_ARGS(meant));
    scan_fix(scan, line->from, line->from + size, meant);
    ++*number;
    return true;
}

static bool check_marks(struct text_scan *scan, const struct line *line, int numbers[]) {
    for (size_t mark = 0; mark < LIST_MARKS; mark++)
        if (check_mark(scan, line, mark, &numbers[mark]))
            return true;
    return false;
}

// --- headings, bold words ---

static bool check_heading(struct text_scan *scan, const struct line *line) {
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

// "**Vedtak:**ASU": after punctuation and before a letter the stars do not end the bold words.
static void check_stars(struct text_scan *scan, size_t at) {
    struct text text = scan->text;
    bool punctuation = at > 0 && strchr(":.,;!?)", text.data[at - 1]) != NULL;
    if (!punctuation || !text_starts_with(text_slice(text, at, text.size), TEXT("**")) ||
        !word_at(text, at + 2))
        return;
    scan_report(scan, RULE_MISSING_SPACE, at,
                _("the bold words do not end here; write a space after '**'"));
    scan_fix(scan, at + 2, at + 2, TEXT(" "));
}

// --- tables ---

static bool is_dashes(struct text line) {
    for (size_t i = 0; i < line.size; i++)
        if (strchr("|-: \t", line.data[i]) == NULL || line.data[i] == '\0')
            return false;
    return text_find(line, '-') < line.size;
}

static bool is_row(const struct line *line) {
    return line->is_prose && line->text.size > 2 && line->text.data[0] == '|' &&
           line->text.data[line->text.size - 1] == '|';
}

static bool is_grid(struct text line) {
    for (size_t i = 0; i < line.size; i++)
        if (strchr("+-=", line.data[i]) == NULL || line.data[i] == '\0')
            return false;
    return line.size > 3 && line.data[0] == '+' && line.data[line.size - 1] == '+';
}

static bool has_columns_of_tabs(const struct line *line) {
    return line->is_prose && text_find(line->text, '\t') < line->text.size;
}

// Whether `line` is the first of the lines that `are` of a table: the next one is, the one before
// is not.
static bool begins_table(const struct line *before, const struct line *line,
                         const struct line *next, bool (*are)(const struct line *line)) {
    return !are(before) && are(line) && are(next);
}

static void check_table(struct text_scan *scan, const struct line *before, const struct line *line,
                        const struct line *next) {
    const char *message = NULL;
    if (is_grid(line->text) && !is_grid(before->text) && text_starts_with(next->text, TEXT("|")))
        message = _("a table with frames of '+' is not read; write its rows as '| a | b |', with "
                    "'| --- | --- |' below the first");
    else if (begins_table(before, line, next, is_row) && !is_dashes(next->text) &&
             !is_grid(before->text))
        message = _("this is not a table, and runs on as text; write '| --- | --- |' below its "
                    "first row, with a '---' for each column");
    else if (begins_table(before, line, next, has_columns_of_tabs))
        message = _("columns with tabs run on as text; write the rows as '| a | b |', with "
                    "'| --- | --- |' below the first");
    if (message != NULL)
        scan_report(scan, RULE_NOT_MARKDOWN, line->from, "%s", message);
}

// --- within a line ---

static bool check_task(struct text_scan *scan, const struct line *line) {
    struct text text = line->text;
    bool item = text.size > 6 && strchr("-*+", text.data[0]) != NULL && text.data[1] == ' ' &&
                text.data[2] == '[' && text.data[4] == ']' && text.data[5] == ' ';
    if (!item || strchr(" xX", text.data[3]) == NULL)
        return false;
    scan_report(scan, RULE_NOT_MARKDOWN, line->from + 2,
                _("a box to tick is printed as '%.*s'; write in words what is done"), 3,
                text.data + 2);
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

static void check_definition(struct text_scan *scan, const struct line *before,
                             const struct line *line) {
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
    size_t end = text_find(text_slice(rest, 0, text_find(rest, '\n')), ']');
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
    rest = text_slice(rest, 0, text_find(rest, '\n'));
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

static void check_inlines(struct text_scan *scan) {
    static const bool openers[256] = {['*'] = true, FOREIGN_OPENERS};
    const struct text text = scan->text;
    for (size_t at = 0; !scan->full && (at = text_find_any(text, at, openers)) + 1 < text.size;
         at++) {
        char byte = text.data[at];
        bool plain = is_plain_words(scan, at);
        size_t end = plain ? check_foreign(scan, at) : at;
        if (end > at)
            at = end - 1;
        else if (byte == '[' && plain)
            check_bracket(scan, at);
        else if (byte == '[')
            check_named_link(scan, at);
        else if (byte == '*' && plain)
            check_stars(scan, at);
    }
}

// --- all of it ---

static bool has_lines_of_file(const struct text_scan *scan) {
    return scan->written->block || (text_ends_with(scan->source->path, TEXT(".md")) &&
                                    scan->written->to == scan->source->text.size);
}

static void check_lines(struct text_scan *scan) {
    struct line before = {.to = 0}, line = line_at(scan, 0);
    int numbers[LIST_MARKS] = {0}; // of the items that come next
    while (!scan->full) {
        struct line next = next_line(scan, &line);
        check_definition(scan, &before, &line);
        if (line.is_prose && !check_bullet(scan, &line) && !check_marks(scan, &line, numbers) &&
            !check_heading(scan, &line) && !check_task(scan, &line))
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
static bool may_be_repeated(const struct line *line) {
    enum { SHORTEST = 20 };
    return !line->is_prose || line->text.size < SHORTEST || line->text.data[0] == '|' ||
           line->text.data[0] == '!';
}

// The paragraph, or one of its lines, that begins with `line`; `*end` is its last line.
static struct text paragraph_from(const struct text_scan *scan, struct line line,
                                  struct line *end) {
    struct line last = line;
    for (struct line next = next_line(scan, &line); next.text.size > 0 && next.from > last.from;
         next = next_line(scan, &next))
        last = next;
    *end = last;
    return text_trim(text_slice(scan->text, line.from, last.to));
}

static void report_repeated(struct text_scan *scan, const struct line *line) {
    scan_report(scan, RULE_REPEATED_TEXT, line->from,
                _("this repeats what is right before it; delete one of the two"));
}

static void check_repeated_lines(struct text_scan *scan, const struct line *first,
                                 const struct line *last) {
    for (struct line line = *first; line.from < last->from && !scan->full;) {
        struct line next = next_line(scan, &line);
        if (!may_be_repeated(&next) && text_equal(line.text, next.text))
            report_repeated(scan, &next);
        line = next;
    }
}

void check_repetition(struct text_scan *scan) {
    struct text before = TEXT("");
    if (!has_lines_of_file(scan))
        return;
    for (struct line line = line_at(scan, 0); !scan->full;) {
        struct line end = line;
        if (line.text.size > 0) {
            struct text paragraph = paragraph_from(scan, line, &end);
            if (!may_be_repeated(&line) && text_equal(paragraph, before))
                report_repeated(scan, &line);
            check_repeated_lines(scan, &line, &end);
            before = paragraph;
        }
        if (end.to >= scan->text.size)
            return;
        line = next_line(scan, &end);
    }
}
