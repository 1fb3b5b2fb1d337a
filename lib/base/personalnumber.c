// SPDX-License-Identifier: MIT

#include "base/personalnumber.h"

#include "base/words.h"

#include <string.h>

enum { DIGITS = 11 };

static bool has_date(const int *digits) {
    static const int most_days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    static const int shifts[] = {0, 40, 65, 80};
    int day = 10 * digits[0] + digits[1], written_month = 10 * digits[2] + digits[3];
    day -= day > 40 ? 40 : 0;
    for (size_t i = 0; i < sizeof shifts / sizeof *shifts; i++) {
        int month = written_month - shifts[i];
        if (month >= 1 && month <= 12)
            return day >= 1 && day <= most_days[month - 1];
    }
    return false;
}

// A weighted sum with its check digit is divisible by 11.
static bool has_check_digits(const int *digits) {
    static const int first[] = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0};
    static const int second[] = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    int sums[2] = {0, 0};
    for (int i = 0; i < DIGITS; i++) {
        sums[0] += first[i] * digits[i];
        sums[1] += second[i] * digits[i];
    }
    return sums[0] % 11 == 0 && sums[1] % 11 == 0;
}

// What may precede a digit in one of the formats of the number.
static size_t separator(struct text text, size_t at, const char *which) {
    size_t space = word_space(text, at);
    if (space > 0)
        return space;
    bool separates =
        at < text.size && text.data[at] != '\0' && strchr(which, text.data[at]) != NULL;
    return separates ? 1 : 0;
}

// The end of a number that begins at `at` with its parts as long as `groups` says; 0: none does.
static size_t end_of(struct text text, size_t at, const int *groups, const char *separators) {
    int digits[DIGITS] = {0}, count = 0;
    for (int group = 0; groups[group] > 0; group++) {
        size_t size = group == 0 ? 0 : separator(text, at, separators);
        if (group > 0 && size == 0)
            return 0;
        at += size;
        for (int i = 0; i < groups[group]; i++, at++) {
            if (!text_digit_at(text, at))
                return 0;
            digits[count++] = text.data[at] - '0';
        }
    }
    if (text_digit_at(text, at))
        return 0;
    return has_date(digits) && has_check_digits(digits) ? at : 0;
}

// Where the first digits from `at` on begin that are as many as each way of writing the number
// begins with; text.size without any. Of so many bytes in a row one is looked at.
static size_t find_digits(struct text text, size_t at) {
    enum { LEAST = 4 };
    for (size_t look = at + LEAST - 1; look < text.size; look += LEAST) {
        if (!ascii_is_digit(text.data[look]))
            continue;
        size_t from = look;
        while (from > 0 && ascii_is_digit(text.data[from - 1]))
            from--;
        while (text_digit_at(text, look + 1))
            look++;
        if (from >= at && look + 1 - from >= LEAST)
            return from;
        look++; // is no digit
    }
    return text.size;
}

bool personal_number_find(struct text text, size_t at, size_t *from, size_t *to) {
    static const struct {
        int groups[4];
        const char *separators;
    } ways[] = {{{11, 0}, ""}, {{6, 5, 0}, "-"}, {{4, 2, 5, 0}, "."}};
    for (; (at = find_digits(text, at)) < text.size; at++) {
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
            *from = at;
            *to = end_of(text, at, ways[i].groups, ways[i].separators);
            if (*to > 0)
                return true;
        }
    }
    return false;
}

struct text personal_numbers_masked(struct text text, struct arena *arena) {
    size_t from, to;
    if (!personal_number_find(text, 0, &from, &to))
        return text;
    char *bytes = memcpy(arena_alloc_unset(arena, text.size + 1), text.data, text.size);
    bytes[text.size] = '\0';
    do
        for (size_t i = from; i < to; i++)
            if (text_digit_at(text, i))
                bytes[i] = '*';
    while (personal_number_find(text, to, &from, &to));
    return (struct text){bytes, text.size};
}
