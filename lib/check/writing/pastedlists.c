// SPDX-License-Identifier: MIT

#include "check/writing/pastedlists.h"

#include "base/ascii.h"
#include "base/message.h"
#include "base/words.h"

#include <string.h>

// --- bullets ---

static const struct text bullets[] = {
    TEXT_OF("•"), TEXT_OF("·"), TEXT_OF("∙"), TEXT_OF("▪"), TEXT_OF("◦"),
    TEXT_OF("●"), TEXT_OF("○"), TEXT_OF("‣"), TEXT_OF("⁃"), TEXT_OF("■"),
    TEXT_OF("□"), TEXT_OF("–"), TEXT_OF("—"), TEXT_OF("➢"), TEXT_OF("►"),
    TEXT_OF("→"), TEXT_OF("✓"), TEXT_OF("✔"), TEXT_OF("❖"), TEXT_OF("☐"),
};

static size_t skip_spaces(struct text line, size_t at) {
    while (word_space(line, at) > 0)
        at += word_space(line, at);
    return at;
}

// Word's bullets of the font Wingdings are pasted as these letters, with a tab or spaces after
// them.
static size_t letter_bullet_size(struct text line) {
    static const struct text letters[] = {
        TEXT_OF("o"), TEXT_OF("§"), TEXT_OF("Ø"), TEXT_OF("ü"), TEXT_OF("v"), TEXT_OF("q"),
    };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        size_t size = letters[i].size, end = skip_spaces(line, size);
        if (text_starts_with(line, letters[i]) && size < end && end < line.size &&
            (line.data[size] == '\t' || end > size + word_space(line, size)))
            return end;
    }
    return 0;
}

// As characters for private use, U+F000 to U+F0FF.
static size_t private_bullet_size(struct text line) {
    bool found = line.size > 3 && (unsigned char)line.data[0] == 0xEF &&
                 (unsigned char)line.data[1] >= 0x80 && (unsigned char)line.data[1] <= 0x83;
    return found ? 3 : 0;
}

// The bullet with the spaces and tabs that must follow it; 0 where the line does not begin with
// one.
static size_t bullet_size(struct text line) {
    size_t size = private_bullet_size(line);
    if (line.size == 0 || (ascii_is_letter(line.data[0]) && strchr("oqv", line.data[0]) == NULL))
        return 0; // as nearly all lines
    for (size_t i = 0; size == 0 && i < sizeof bullets / sizeof *bullets; i++)
        size = text_starts_with(line, bullets[i]) ? bullets[i].size : 0;
    size_t end = skip_spaces(line, size);
    return size > 0 && end > size && end < line.size ? end : letter_bullet_size(line);
}

static bool check_bullet(struct text_scan *scan, const struct scan_line *line) {
    size_t size = bullet_size(line->text);
    if (size == 0)
        return false;
    scan_report(scan, RULE_PASTED_LIST, line->from,
                _("this is not a list, and runs on as text; an item begins with '- '"));
    scan_fix(scan, line->from, line->from + size, TEXT("- "));
    return true;
}

// --- letters and numbers ---

// Size of the mark that item `number` of a list begins with, and of the spaces after it; 0 where
// the line begins with something else.
typedef size_t mark_size(struct text line, int number);

static size_t with_spaces(struct text line, size_t size) {
    size_t end = skip_spaces(line, size);
    return size > 0 && end > size && end < line.size ? end : 0;
}

// The same, if `after` comes right after the mark.
static size_t with_sign(struct text line, size_t size, char after) {
    return size > 0 && size < line.size && line.data[size] == after ? with_spaces(line, size + 1)
                                                                    : 0;
}

static bool letter_at(struct text text, size_t at) {
    return word_at(text, at) && !ascii_is_digit(text.data[at]);
}

// The digits at `at`, when they are `number`; else 0.
static size_t digits_size(struct text line, size_t at, int number) {
    enum { MOST_DIGITS = 4 };
    size_t size = 0;
    int written = 0;
    for (; size < MOST_DIGITS && at + size < line.size && ascii_is_digit(line.data[at + size]);
         size++)
        written = 10 * written + line.data[at + size] - '0';
    return written == number ? size : 0;
}

// "a) …" or "(a) …"
static size_t letter_size(struct text line, int number) {
    size_t at = line.size > 0 && line.data[0] == '(' ? 1 : 0;
    bool found = number <= 'z' - 'a' + 1 && line.size > at + 3 &&
                 (line.data[at] | 0x20) == 'a' + number - 1 && line.data[at + 1] == ')';
    return found ? with_spaces(line, at + 2) : 0;
}

static size_t one_letter(struct text line, int number, char first) {
    bool found = number <= 'z' - 'a' + 1 && line.size > 0 && line.data[0] == first + number - 1;
    return found ? with_sign(line, 1, '.') : 0;
}

// "a. …"
static size_t small_size(struct text line, int number) {
    return one_letter(line, number, 'a');
}

// "A. …", which may be the initial of a name
static size_t capital_size(struct text line, int number) {
    return one_letter(line, number, 'A');
}

// "i) …", "ii. …", "III. …"
static size_t roman_size(struct text line, int number) {
    static const char *const numerals[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                           "vii", "viii", "ix",  "x",  "xi", "xii"};
    if (number > (int)(sizeof numerals / sizeof *numerals))
        return 0;
    struct text numeral = text_from(numerals[number - 1]);
    bool capital = line.size > 0 && (line.data[0] & 0x20) == 0;
    for (size_t i = 0; i < numeral.size; i++)
        if (i >= line.size || line.data[i] != (capital ? numeral.data[i] & ~0x20 : numeral.data[i]))
            return 0;
    size_t size = with_sign(line, numeral.size, '.');
    return size > 0 ? size : with_sign(line, numeral.size, ')');
}

// "1.Word" or "1)Word"
static size_t number_size(struct text line, int number) {
    size_t size = digits_size(line, 0, number);
    bool found = size > 0 && size < line.size &&
                 (line.data[size] == '.' || line.data[size] == ')') && letter_at(line, size + 1);
    return found ? size + 1 : 0;
}

// "(1) …"
static size_t parentheses_size(struct text line, int number) {
    size_t size = line.size > 0 && line.data[0] == '(' ? digits_size(line, 1, number) : 0;
    return size > 0 ? with_sign(line, size + 1, ')') : 0;
}

// "**1.** …"
static size_t bold_size(struct text line, int number) {
    size_t size = text_starts_with(line, TEXT("**")) ? digits_size(line, 2, number) : 0;
    bool found = size > 0 && text_starts_with(text_slice(line, size + 2, line.size), TEXT(".**"));
    return found ? with_spaces(line, size + 5) : 0;
}

static bool is_capital(struct text line, size_t at) {
    return at > 0 && at < line.size && line.data[at] >= 'A' && line.data[at] <= 'Z';
}

// "1\. Word", "1 Word"
static size_t escaped_size(struct text line, int number) {
    size_t size = digits_size(line, 0, number);
    bool escaped = size > 0 && text_starts_with(text_slice(line, size, line.size), TEXT("\\."));
    size_t end = with_spaces(line, escaped ? size + 2 : size);
    return is_capital(line, end) ? end : 0;
}

// "4.1 …", "4.1. …", whose last number is that of the item
static size_t dotted_size(struct text line, int number) {
    size_t at = 0, last = 0;
    while (at < line.size && (ascii_is_digit(line.data[at]) || line.data[at] == '.')) {
        if (line.data[at] == '.' && at + 1 < line.size && ascii_is_digit(line.data[at + 1]))
            last = at + 1;
        at++;
    }
    size_t size = last > 1 ? digits_size(line, last, number) : 0;
    bool ends = size > 0 && (last + size == at || last + size + 1 == at);
    return ends ? with_spaces(line, at) : 0;
}

// "-Word", whichever item it is
static size_t dash_size(struct text line, int number) {
    (void)number;
    return line.size > 1 && line.data[0] == '-' && letter_at(line, 1) ? 1 : 0;
}

enum mark_flags {
    NUMBERED = 1,
    CERTAIN = 2,
    RUNS_TOGETHER = 4, // a list only where no empty line is between the items
};

static const struct {
    mark_size *size;
    unsigned flags;
} marks[PASTED_MARKS] = {
    {letter_size, NUMBERED | CERTAIN},
    {number_size, NUMBERED | CERTAIN},
    {dash_size, CERTAIN},
    {small_size, NUMBERED | CERTAIN | RUNS_TOGETHER},
    {roman_size, NUMBERED | CERTAIN | RUNS_TOGETHER},
    {parentheses_size, NUMBERED | CERTAIN | RUNS_TOGETHER},
    {capital_size, NUMBERED | RUNS_TOGETHER},
    {bold_size, NUMBERED | RUNS_TOGETHER},
    {escaped_size, NUMBERED | RUNS_TOGETHER},
    {dotted_size, NUMBERED | RUNS_TOGETHER},
};

// The first item with the second on the next line or after its continuation: otherwise it may be a
// word that happens to begin a line.
static bool begins_list(const struct text_scan *scan, const struct scan_line *line, size_t mark) {
    enum { FARTHEST = 30 }; // lines
    mark_size *size = marks[mark].size;
    if (size(line->text, 1) == 0)
        return false;
    struct scan_line next = scan_next_line(scan, line);
    for (int i = 0; i < FARTHEST && next.from > line->from; i++, next = scan_next_line(scan, &next))
        if (next.text.size == 0 && (marks[mark].flags & RUNS_TOGETHER) != 0)
            return false;
        else if (size(next.text, 2) > 0 || size(next.text, 1) > 0)
            return next.is_prose && size(next.text, 2) > 0;
    return false;
}

static bool check_mark(struct text_scan *scan, const struct scan_line *line, size_t mark,
                       int *number) {
    if (begins_list(scan, line, mark))
        *number = 1;
    size_t size = *number == 0 ? 0 : marks[mark].size(line->text, *number);
    if (size == 0)
        return false;
    struct text meant = (marks[mark].flags & NUMBERED) != 0
                            ? text_format(scan->repository->arena, "%d. ", *number)
                            : TEXT("- ");
    scan_report(scan, RULE_PASTED_LIST, line->from,
                _("this is not a list, and runs on as text; an item begins with '%.*s'"),
                TEXT_ARGS(meant));
    if ((marks[mark].flags & CERTAIN) != 0)
        scan_fix(scan, line->from, line->from + size, meant);
    ++*number;
    return true;
}

bool check_pasted_item(struct text_scan *scan, const struct scan_line *line,
                       struct pasted_lists *lists) {
    for (size_t mark = 0; mark < PASTED_MARKS && line->text.size == 0; mark++)
        if ((marks[mark].flags & RUNS_TOGETHER) != 0)
            lists->next[mark] = 0;
    if (!line->is_prose)
        return false;
    if (check_bullet(scan, line))
        return true;
    for (size_t mark = 0; mark < PASTED_MARKS; mark++)
        if (check_mark(scan, line, mark, &lists->next[mark]))
            return true;
    return false;
}
