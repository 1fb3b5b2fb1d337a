// SPDX-License-Identifier: MIT

#include "check/lists/marks.h"

#include "base/ascii.h"
#include "base/words.h"

#include <string.h>

// --- bullets ---

// These never begin a word.
static const struct text bullets[] = {
    TEXT_OF("•"), TEXT_OF("·"), TEXT_OF("∙"),   TEXT_OF("▪"), TEXT_OF("◦"),
    TEXT_OF("●"), TEXT_OF("○"), TEXT_OF("‣"),   TEXT_OF("⁃"), TEXT_OF("■"),
    TEXT_OF("□"), TEXT_OF("➢"), TEXT_OF("►"),   TEXT_OF("→"), TEXT_OF("❖"),
    TEXT_OF("▸"), TEXT_OF("▶"), TEXT_OF("⮚"), TEXT_OF("◆"), TEXT_OF("◇"),
};

// Whoever deletes these deletes what they say.
static const struct text signs[] = {
    TEXT_OF("☐"), TEXT_OF("☑"), TEXT_OF("☒"), TEXT_OF("✓"), TEXT_OF("✔"),
    TEXT_OF("✗"), TEXT_OF("✘"), TEXT_OF("✅"), TEXT_OF("❌"),
};

static const struct text dashes[] = {TEXT_OF("–"), TEXT_OF("—")};

#define SIZE_OF(list, line) one_of(list, sizeof(list) / sizeof *(list), line)

// The size of the one that the line begins with, or 0.
static size_t one_of(const struct text *list, size_t count, struct text line) {
    for (size_t i = 0; i < count; i++)
        if (text_starts_with(line, list[i]))
            return list[i].size;
    return 0;
}

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

size_t bullet_size(struct text line, size_t *sign) {
    *sign = 0;
    bool ascii = line.size > 0 && (unsigned char)line.data[0] < 0x80;
    if (line.size == 0 || (ascii && strchr("oqv", line.data[0]) == NULL))
        return 0; // as nearly all lines
    size_t size = private_bullet_size(line);
    size = size > 0 ? size : SIZE_OF(bullets, line);
    *sign = size > 0 ? 0 : SIZE_OF(signs, line);
    size += *sign;
    size_t end = skip_spaces(line, size);
    return size > 0 && end > size && end < line.size ? end : letter_bullet_size(line);
}

size_t inner_bullet_size(struct text line) {
    bool found = line.size > 2 && line.data[0] == 'o' && line.data[1] == ' ';
    return found && skip_spaces(line, 1) < line.size ? skip_spaces(line, 1) : 0;
}

// --- letters and numbers ---

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

// "1\. Word", "1 Word"
static size_t escaped_size(struct text line, int number) {
    size_t size = digits_size(line, 0, number);
    bool escaped = size > 0 && text_starts_with(text_slice(line, size, line.size), TEXT("\\."));
    size_t end = with_spaces(line, escaped ? size + 2 : size);
    return end > 0 && word_capital_at(line, end) ? end : 0;
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

// --- whichever item it is ---

// "– Word"
static size_t long_dash_size(struct text line, int number) {
    (void)number;
    return with_spaces(line, SIZE_OF(dashes, line));
}

// "•Word", "–Word", "*Word" without another star
static size_t tight_size(struct text line, int number) {
    (void)number;
    if (line.size == 0 || (line.data[0] != '*' && (unsigned char)line.data[0] < 0x80))
        return 0;
    size_t size = SIZE_OF(bullets, line);
    size = size > 0 ? size : SIZE_OF(dashes, line);
    if (size == 0 && line.size > 1 && line.data[0] == '*' &&
        memchr(line.data + 1, '*', line.size - 1) == NULL)
        size = 1;
    return size > 0 && letter_at(line, size) ? size : 0;
}

// --- the table of them ---

static const struct {
    mark_size *size;
    unsigned flags;
} marks[PASTED_MARKS] = {
    {letter_size, MARK_NUMBERED | MARK_CERTAIN | MARK_LETTERED},
    {number_size, MARK_NUMBERED | MARK_CERTAIN},
    {dash_size, MARK_CERTAIN},
    {long_dash_size, MARK_CERTAIN | MARK_SPOKEN | MARK_BEGINS},
    {tight_size, MARK_CERTAIN | MARK_SPOKEN},
    {small_size, MARK_NUMBERED | MARK_CERTAIN | MARK_RUNS_TOGETHER | MARK_LETTERED},
    {roman_size, MARK_NUMBERED | MARK_CERTAIN | MARK_RUNS_TOGETHER | MARK_LETTERED},
    {parentheses_size, MARK_NUMBERED | MARK_CERTAIN | MARK_RUNS_TOGETHER},
    {capital_size, MARK_NUMBERED | MARK_RUNS_TOGETHER | MARK_NAMED | MARK_BEGINS},
    {bold_size, MARK_NUMBERED | MARK_RUNS_TOGETHER | MARK_BEGINS},
    {escaped_size, MARK_NUMBERED | MARK_RUNS_TOGETHER | MARK_BEGINS},
    {dotted_size, MARK_NUMBERED | MARK_RUNS_TOGETHER | MARK_BEGINS},
};

bool begins_with_word(struct text line) {
    enum { LONGEST_NUMERAL = 4 }; // "viii"
    size_t at = 0;
    while (at < line.size && at <= LONGEST_NUMERAL && ascii_is_letter(line.data[at]))
        at++;
    return at > 0 && (at == line.size || (line.data[at] != '.' && line.data[at] != ')'));
}

size_t pasted_mark_size(size_t mark, struct text line, int number) {
    return marks[mark].size(line, number);
}

unsigned pasted_mark_flags(size_t mark) {
    return marks[mark].flags;
}

size_t markdown_mark_size(struct text line, int *number) {
    size_t size = 0;
    while (size < line.size && ascii_is_digit(line.data[size]))
        size++;
    const bool ordered = size > 0;
    *number = 0;
    if (ordered && !text_to_number(text_slice(line, 0, size), number))
        return 0;
    if (size >= line.size || strchr(ordered ? ".)" : "-*+", line.data[size]) == NULL)
        return 0;
    return with_spaces(line, size + 1);
}
