// SPDX-License-Identifier: MIT
// Character sets of files that other programs write.

#ifndef FELLESSKAP_INPUT_FILE_CHARSET_H
#define FELLESSKAP_INPUT_FILE_CHARSET_H

#include "base/text.h"

enum charset {
    CHARSET_UTF8,
    CHARSET_WINDOWS_1252,
    CHARSET_ANY, // UTF-8 where the bytes are valid, otherwise Windows-1252
};

// The bytes as UTF-8. `*undefined` is the offset of the first byte that Windows-1252 has no
// character for, or bytes.size; everything from there on is left out.
struct text windows_1252_to_utf8(struct text bytes, struct arena *arena, size_t *undefined);

#endif
