// SPDX-License-Identifier: MIT
// The language of a workbook. The library writes American English in its charts, and nothing in the
// properties of the file.

#ifndef FELLESSKAP_RENDER_XLSX_LANGUAGE_H
#define FELLESSKAP_RENDER_XLSX_LANGUAGE_H

#include "base/text.h"

enum { XLSX_LANGUAGE_ROOM = 64 };

// Puts the language ("nb-NO") into a part of the package, `data` of `size` bytes with room for
// XLSX_LANGUAGE_ROOM more. Parts without a language stay as they are, and so does one that already
// has this one. Returns the new size.
size_t xlsx_set_language(char *data, size_t size, struct text language);

#endif
