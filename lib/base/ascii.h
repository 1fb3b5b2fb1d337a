// SPDX-License-Identifier: MIT
// Classes of ASCII bytes. Unlike those of ctype.h they do not depend on the locale, and take any
// char.

#ifndef FELLESSKAP_BASE_ASCII_H
#define FELLESSKAP_BASE_ASCII_H

#include <stdbool.h>

static inline bool ascii_is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static inline bool ascii_is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static inline char ascii_lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

// A byte of a word in UTF-8: of any letter but those of ASCII, a byte that ASCII does not have.
static inline bool ascii_is_word(char byte) {
    return ascii_is_letter(byte) || ascii_is_digit(byte) || (unsigned char)byte >= 0x80;
}

// A space or a tab.
static inline bool ascii_is_blank(char byte) {
    return byte == ' ' || byte == '\t';
}

// A space, a tab, or a part of a line break.
static inline bool ascii_is_space(char byte) {
    return ascii_is_blank(byte) || byte == '\n' || byte == '\r';
}

#endif
