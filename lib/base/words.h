// SPDX-License-Identifier: MIT
// Where words begin and end in a text.

#ifndef FELLESSKAP_BASE_WORDS_H
#define FELLESSKAP_BASE_WORDS_H

#include "base/text.h"

// Whether there is a letter or a digit directly before, or at, byte `at`. The text must be valid
// UTF-8. Of characters that are not ASCII word_wide_at() does the same.
bool word_before(struct text text, size_t at);
bool word_wide_at(struct text text, size_t at);
static inline bool word_at(struct text text, size_t at) {
    if (at >= text.size)
        return false;
    char byte = text.data[at];
    return (unsigned char)byte < 0x80 ? ascii_is_letter(byte) || ascii_is_digit(byte)
                                      : word_wide_at(text, at);
}

// Whether a capital letter of ASCII or Latin-1, as Æ, Ø and Å, is at byte `at`.
bool word_capital_at(struct text text, size_t at);

// Where the letters and digits from byte `at` on end; `at` where there are none.
size_t word_end(struct text text, size_t at);

// A number for how a word begins, whether its letters are small or capital: for a table of those
// that are sought, which few others share.
static inline unsigned char word_mark(struct text word) {
    enum { SPREAD = 11, SMALL = 0x20 }; // letters are near each other
    unsigned first = word.size > 0 ? (unsigned char)word.data[0] | SMALL : 0;
    unsigned second = word.size > 1 ? (unsigned char)word.data[1] | SMALL : 0;
    return (unsigned char)(SPREAD * first + second);
}

// `text` with a capital first letter where `like` has one, and all in capitals where `like` is.
struct text word_cased_like(struct text text, struct text like, struct arena *arena);

// Size of the space at byte `at`: a space, a tab, or a no-break space; 0 where there is none. Of
// those that are not ASCII word_wide_space() does the same.
size_t word_wide_space(struct text text, size_t at);
static inline size_t word_space(struct text text, size_t at) {
    if (at >= text.size)
        return 0;
    return (unsigned char)text.data[at] < 0x80 ? ascii_is_blank(text.data[at])
                                               : word_wide_space(text, at);
}

#endif
