// SPDX-License-Identifier: MIT
// Checks that a workbook is whole. The library may report success for an archive that lacks most of
// its rows, when memory or room for its temporary files has run out; so the archive is read again.

#ifndef FELLESSKAP_RENDER_XLSX_VERIFY_H
#define FELLESSKAP_RENDER_XLSX_VERIFY_H

#include "base/workbook.h"
#include "base/archive.h"

// True when every part can be inflated and is well-formed, every cell and comment is there with its
// content (see render/xlsx/compare.h), and everything else is there in the right number.
bool xlsx_is_whole(const struct archive *archive, const struct workbook *workbook,
                   struct arena *arena);

#endif
