// SPDX-License-Identifier: MIT

#include "check/lists/doubts.h"

#include "base/ascii.h"
#include "base/words.h"
#include "check/lists/marks.h"
#include "model/meeting/headings.h"

#include <string.h>

bool ends_with_colon(struct text line) {
    while (line.size > 0 && strchr("*_ ", line.data[line.size - 1]) != NULL)
        line.size--;
    return text_ends_with(line, TEXT(":"));
}

bool list_can_follow(const struct scan_line *before) {
    return before->text.size == 0 || before->text.data[0] == '#' || ends_with_colon(before->text);
}

// --- letters ---

static bool is_letter_or_numeral(struct text word) {
    static const char *const numerals[] = {"ii",   "iii", "iv", "vi",  "vii",
                                           "viii", "ix",  "xi", "xii", NULL};
    return (word.size == 1 && ascii_is_letter(word.data[0])) || scan_is_one_of(word, numerals);
}

// Whether nothing but spaces, or the mark of an item, is before `at` on its line, or a colon or a
// comma is: "tre valg: a) ja, b) nei".
static bool begins_something(struct text text, size_t at) {
    while (at > 0 && (ascii_is_blank(text.data[at - 1]) || text.data[at - 1] == '('))
        at--;
    return at == 0 || strchr("\n\r:,;>-*+.|", text.data[at - 1]) != NULL;
}

static bool is_named_by_bracket(struct text text, size_t bracket) {
    size_t from = bracket;
    while (from > 0 && ascii_is_letter(text.data[from - 1]))
        from--;
    return is_letter_or_numeral(text_slice(text, from, bracket)) && !word_before(text, from) &&
           !begins_something(text, from);
}

// "bokstav a", "pkt. b"; but "punkt i" may go on with "planen".
static bool is_named_by_word(const struct text_scan *scan, size_t at) {
    static const char *const words[] = {"bokstav", "bokstavene", "bokstavane", "litra",
                                        "punkt",   "pkt",        "alternativ", NULL};
    struct text text = scan->text;
    size_t end = word_end(text, at);
    struct text letter = text_slice(text, at, end);
    return letter.size == 1 && ascii_is_letter(letter.data[0]) && (letter.data[0] | 0x20) != 'i' &&
           scan_is_one_of(scan_word_before(scan, at), words);
}

bool names_letters(const struct text_scan *scan) {
    struct text text = scan->text;
    for (size_t at = 1; at < text.size; at++)
        if ((text.data[at] == ')' && is_named_by_bracket(text, at)) ||
            (text.data[at - 1] == ' ' && ascii_is_letter(text.data[at]) &&
             is_named_by_word(scan, at)))
            return true;
    return false;
}

bool is_surname(struct text rest) {
    size_t end = word_end(rest, 0);
    bool comma = end < rest.size && rest.data[end] == ',';
    return word_capital_at(rest, 0) && (comma || text_ends_with(rest, TEXT(" og")));
}

// --- what is said ---

static bool has_verb_of_saying(struct text line) {
    static const char *const verbs[] = {
        "sa",     "sier",     "seier",  "svarte",    "svarer",  "svara",   "svarar",
        "spurte", "spurde",   "spør",   "mente",     "meinte",  "mener",   "meiner",
        "la",     "fortalte", "fortel", "forteller", "påpekte", "påpeika", NULL};
    for (size_t at = 0; at + 2 < line.size; at++) {
        bool after = strchr(",?!", line.data[at]) != NULL && line.data[at + 1] == ' ';
        if (after && scan_is_one_of(text_slice(line, at + 2, word_end(line, at + 2)), verbs))
            return true;
    }
    return false;
}

static bool is_sentence(struct text words) {
    return word_capital_at(words, 0) && text_ends_with(words, TEXT("."));
}

static bool is_said(struct text words, bool after_colon) {
    return has_verb_of_saying(words) || text_ends_with(words, TEXT("?")) ||
           text_ends_with(words, TEXT("!")) || (!after_colon && is_sentence(words)) ||
           memmem(words.data, words.size, " – ", sizeof " – " - 1) != NULL;
}

bool may_be_said(const struct text_scan *scan, const struct scan_line *line, size_t mark,
                 bool after_colon) {
    enum { FARTHEST = 30 }; // lines
    struct scan_line next = *line;
    bool blank = false;
    for (int i = 0; i < FARTHEST; i++, next = scan_next_line(scan, &next)) {
        size_t size = pasted_mark_size(mark, next.text, i + 1);
        struct text words = text_slice(next.text, size, next.text.size);
        if (blank && size == 0 && next.text.size > 0)
            return false;
        if (words.size > 0 && is_said(words, after_colon || size == 0))
            return true;
        blank = next.text.size == 0;
        if (next.to >= scan->text.size)
            return false;
    }
    return false;
}

// --- numbers ---

static bool is_item_of_list(struct text line, size_t mark, int *number) {
    bool next = pasted_mark_size(mark, line, *number) > 0;
    *number += next;
    return next;
}

bool meets_numbers(const struct text_scan *scan, const struct scan_line *line, size_t mark) {
    enum { FARTHEST = 200 }; // lines
    int number = 1, written = 0;
    bool blank = false;
    struct scan_line next = *line;
    for (int i = 0; i < FARTHEST; i++, next = scan_next_line(scan, &next)) {
        bool item = is_item_of_list(next.text, mark, &number);
        if (!item && markdown_mark_size(next.text, &written) > 0 && written > 0)
            return true;
        bool indented = next.from > 0 && ascii_is_blank(scan->text.data[next.from - 1]);
        if ((!item && blank && next.text.size > 0 && !indented) || next.to >= scan->text.size)
            return false;
        blank = next.text.size == 0;
    }
    return true; // nobody knows
}

// --- decisions ---

static bool begins_numbers(struct text line) {
    for (size_t mark = 0; mark < PASTED_MARKS; mark++)
        if ((pasted_mark_flags(mark) & MARK_NUMBERED) != 0 && pasted_mark_size(mark, line, 1) > 0)
            return true;
    return false;
}

bool has_several_lists(const struct text_scan *scan, const struct scan_line *heading) {
    int lists = 0, number = 0;
    size_t hashes = 0;
    while (hashes < heading->text.size && heading->text.data[hashes] == '#')
        hashes++;
    struct text title = text_trim(text_slice(heading->text, hashes, heading->text.size));
    enum case_section_kind kind = heading_kind(title, scan->scratch);
    if (kind != SECTION_PROPOSAL && kind != SECTION_DECISION)
        return false;
    for (struct scan_line line = scan_next_line(scan, heading);
         line.from > heading->from && !text_starts_with(line.text, TEXT("## "));
         line = scan_next_line(scan, &line)) {
        bool top = line.from == 0 || strchr("\r\n", scan->text.data[line.from - 1]) != NULL;
        bool item = markdown_mark_size(line.text, &number) > 0 && number > 0;
        lists += top && line.is_prose && (begins_numbers(line.text) || item);
        if (line.to >= scan->text.size)
            break;
    }
    return lists > 1;
}
