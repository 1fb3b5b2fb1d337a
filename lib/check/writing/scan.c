// SPDX-License-Identifier: MIT

#include "check/writing/scan.h"

#include "base/words.h"
#include "check/writing/classes.h"

#include <string.h>

enum { MOST_FAULTS = 100 }; // of one text; each costs a look at its line

void scan_report(struct text_scan *scan, enum rule rule, size_t from, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    struct position at =
        source_position(&scan->repository->sources, scan->source, scan->written->from + from);
    report_list(scan->repository->diagnostics, rule, scan->source->path, at, format, arguments);
    va_end(arguments);
    scan->full = ++scan->fault_count >= MOST_FAULTS;
}

void scan_fix(struct text_scan *scan, size_t from, size_t to, struct text with) {
    size_t before = scan->written->from;
    report_fix(scan->repository->diagnostics, (struct fix){before + from, before + to, with});
}

bool scan_may_be_verbatim(const struct text_scan *scan, size_t at) {
    return scan->classes[at] == PROSE_VERBATIM || scan->classes[at] == PROSE_MARKUP;
}

static bool is_line_break(struct text text, size_t at) {
    return at < text.size && (text.data[at] == '\n' || text.data[at] == '\r');
}

size_t scan_skip_space(struct text text, size_t at) {
    size_t breaks = 0;
    while (at < text.size) {
        size_t space = word_space(text, at);
        breaks += is_line_break(text, at) && text.data[at] == '\n';
        if ((space == 0 && !is_line_break(text, at)) || breaks > 1)
            return at;
        at += space > 0 ? space : 1;
    }
    return at;
}

// Whatever begins with these bytes is punctuation, or a space that does not break: C2 of NBSP, «
// and », E2 of dashes, quotes and dots.
static bool is_wide_punctuation(char byte) {
    return byte == '\xC2' || byte == '\xE2';
}

static bool ends_number(char byte) {
    static const bool ends[256] = {
        ['('] = true, [')'] = true, ['['] = true, [']'] = true, ['{'] = true,
        ['}'] = true, ['<'] = true, ['>'] = true, ['"'] = true, ['\''] = true,
        ['*'] = true, ['|'] = true, ['!'] = true, ['?'] = true, [';'] = true};
    return (unsigned char)byte <= ' ' || is_wide_punctuation(byte) || ends[(unsigned char)byte];
}

static size_t step_back(struct text text, size_t at) {
    do
        at--;
    while (at > 0 && ((unsigned char)text.data[at] & 0xC0) == 0x80);
    return at;
}

// What may come directly before a number that is a word of its own.
static bool may_precede_number(struct text text, size_t at) {
    static const struct text section_sign = TEXT_OF("§");
    if (at == 0)
        return true;
    size_t before = step_back(text, at);
    bool space = word_space(text, before) > 0;
    struct text sign = text_slice(text, space && before > 0 ? step_back(text, before) : before, at);
    return !text_starts_with(sign, section_sign) && ends_number(text.data[before]);
}

struct text scan_number(const struct text_scan *scan, size_t at) {
    struct text text = scan->text;
    size_t to = at;
    if (!may_precede_number(text, at))
        return TEXT("");
    while (to < text.size && !ends_number(text.data[to]))
        to++;
    while (to > at && strchr(".,:", text.data[to - 1]) != NULL)
        to--;
    return text_slice(text, at, to);
}

int scan_digits(struct text text, size_t *at, size_t most) {
    size_t from = *at;
    int number;
    while (text_digit_at(text, *at))
        ++*at;
    if (*at - from > most || !text_to_number(text_slice(text, from, *at), &number))
        return -1;
    return number;
}

int scan_year(struct text text, size_t *at) {
    size_t from = *at;
    int year = scan_digits(text, at, 4);
    if (*at - from == 2)
        return 2000 + year;
    return *at - from == 4 ? year : -1;
}

// A period after a longer word ends a sentence.
enum { LONGEST_ABBREVIATION = 4 };

struct text scan_word_before(const struct text_scan *scan, size_t at) {
    struct text text = scan->text;
    enum { FARTHEST = 160 };
    size_t limit = at > FARTHEST ? at - FARTHEST : 0, breaks = 0;
    while (at > limit) {
        size_t before = step_back(text, at);
        breaks += text.data[before] == '\n';
        if ((word_space(text, before) == 0 && !is_line_break(text, before)) || breaks > 1)
            break;
        at = before;
    }
    bool period = at > limit && text.data[at - 1] == '.';
    at -= period;
    size_t to = at;
    while (at > limit && word_before(text, at))
        at = step_back(text, at);
    struct text word = text_slice(text, at, to);
    bool abbreviation = word.size <= LONGEST_ABBREVIATION || text_ends_with(word, TEXT("nr"));
    return period && !abbreviation ? TEXT("") : word;
}

struct text scan_word_after(const struct text_scan *scan, size_t at) {
    size_t from = scan_skip_space(scan->text, at);
    return text_slice(scan->text, from, word_end(scan->text, from));
}

static bool is_party(const struct text_scan *scan, struct text id) {
    const struct organisation *organisation = scan->repository->organisation;
    struct text without_s = text_slice(id, 0, id.size - text_ends_with(id, TEXT("s")));
    return organisation != NULL && (organisation_party(organisation, id) != NULL ||
                                    organisation_party(organisation, without_s) != NULL);
}

struct text scan_party_before(const struct text_scan *scan, size_t at) {
    struct text text = scan->text, word = scan_word_before(scan, at), found = word;
    if (word.size == 0)
        return word;
    size_t from = (size_t)(word.data - text.data), to = from + word.size;
    while (from > 1 && text.data[from - 1] == '-' && word_before(text, from - 1) &&
           to - from < SCAN_LONGEST_WORD) {
        from--;
        while (from > 0 && word_before(text, from))
            from = step_back(text, from);
        if (is_party(scan, text_slice(text, from, to)))
            found = text_slice(text, from, to);
    }
    return found;
}

struct text scan_party_after(const struct text_scan *scan, size_t at) {
    struct text text = scan->text, word = scan_word_after(scan, at), found = word;
    if (word.size == 0)
        return word;
    size_t from = (size_t)(word.data - text.data), to = from + word.size;
    while (to + 1 < text.size && text.data[to] == '-' && word_at(text, to + 1) &&
           to - from < SCAN_LONGEST_WORD) {
        to = word_end(text, to + 1);
        if (is_party(scan, text_slice(text, from, to)))
            found = text_slice(text, from, to);
    }
    return found;
}

// ASCII, and the letters of Latin-1, which in UTF-8 are as long when they are small.
bool scan_lower(struct text word, char *lower) {
    if (word.size > SCAN_LONGEST_WORD)
        return false;
    for (size_t i = 0; i < word.size; i++) {
        unsigned char byte = (unsigned char)word.data[i];
        bool ascii = byte >= 'A' && byte <= 'Z';
        bool latin = i > 0 && word.data[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E;
        lower[i] = (char)(byte + (ascii || latin ? 0x20 : 0));
    }
    return true;
}

// The first byte rules most words out.
bool scan_is_one_of(struct text word, const char *const *words) {
    char lower[SCAN_LONGEST_WORD];
    bool known = false;
    if (word.size == 0)
        return false;
    char first = word.data[0];
    if (first >= 'A' && first <= 'Z')
        first = (char)(first + 0x20);
    for (size_t i = 0; words[i] != NULL; i++) {
        if (words[i][0] != first)
            continue;
        if (!known && !scan_lower(word, lower))
            return false;
        known = true;
        if (text_is((struct text){lower, word.size}, words[i]))
            return true;
    }
    return false;
}
