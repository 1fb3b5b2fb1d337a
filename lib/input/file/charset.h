// SPDX-License-Identifier: MIT
// Character sets of files that other programs write.

#ifndef FELLESSKAP_INPUT_FILE_CHARSET_H
#define FELLESSKAP_INPUT_FILE_CHARSET_H

#include "base/text.h"

enum charset {
    CHARSET_UTF8,
    CHARSET_WINDOWS_1252,
    CHARSET_UTF16, // of either byte order; without a byte order mark, the lower byte first
    CHARSET_ANY,   // UTF-16 where its mark is there, UTF-8 where the bytes are valid, otherwise
                   // Windows-1252
};

// "UTF-8", as people write it. Not of CHARSET_ANY.
struct text charset_name(enum charset charset);

// Whether the bytes begin with the byte order mark of UTF-16.
bool has_utf16_mark(struct text bytes);

// The bytes as UTF-8. `*undefined` is the offset of the first byte that Windows-1252 has no
// character for, or bytes.size; everything from there on is left out.
struct text windows_1252_to_utf8(struct text bytes, struct arena *arena, size_t *undefined);

// The same for UTF-16, without its byte order mark. `*undefined` is the offset of the first unit
// that is half a character, or bytes.size.
struct text utf16_to_utf8(struct text bytes, struct arena *arena, size_t *undefined);

// The other way: the bytes of a text that is added to a file, of a character set that
// charset_name() has. In UTF-16 the order of the bytes is that of the file that begins with
// `begin`. False where the character set has no such character.
bool charset_from_utf8(struct text text, enum charset charset, struct text begin,
                       struct text *bytes, struct arena *arena);

#endif
