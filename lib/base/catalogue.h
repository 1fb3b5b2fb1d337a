// SPDX-License-Identifier: MIT
// A catalogue of translated messages, as msgfmt writes it (a ".mo" file, little-endian, its
// messages sorted), in memory. It is part of the program, and therefore trusted.

#ifndef FELLESSKAP_BASE_CATALOGUE_H
#define FELLESSKAP_BASE_CATALOGUE_H

#include <stddef.h>

struct catalogue {
    const char *language; // "nb"
    const unsigned char *bytes;
};

// Made by the Makefile from po/*.po; ends with a language of NULL.
extern const struct catalogue catalogues[];

// The translation of `english`; NULL if it has none. That of a message with a plural is all its
// forms, one after the other, each with a NUL at its end.
const char *catalogue_find(const struct catalogue *catalogue, const char *english);

#endif
