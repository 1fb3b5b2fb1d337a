// SPDX-License-Identifier: MIT
// Is a workbook whole on disk? Looks at the structure of the ZIP file, not at what is packed in it:
// that came through the checked files of render/xlsx_scratch.h.

#ifndef FELLESSKAP_RENDER_XLSX_VERIFY_H
#define FELLESSKAP_RENDER_XLSX_VERIFY_H

#include "base/arena.h"

#include <stdbool.h>

// True when the file has all its parts and `sheet_count` sheets, each where the directory at the
// end says, of the size and checksum that the directory says, with nothing missing and nothing
// left over between them. Otherwise false; `*error` is errno, or 0 when the file is damaged.
bool xlsx_verify(const char *name, size_t sheet_count, struct arena *arena, int *error);

#endif
