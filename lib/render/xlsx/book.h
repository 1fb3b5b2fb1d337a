// SPDX-License-Identifier: MIT
// A workbook written by libxlsxwriter.

#ifndef FELLESSKAP_RENDER_XLSX_BOOK_H
#define FELLESSKAP_RENDER_XLSX_BOOK_H

#include "base/workbook.h"
#include "render/xlsx/problem.h"

// Writes the archive to the file `name`. The library crashes when memory runs out, writes to
// standard error, and may return success for an archive that is not whole: call it in a process of
// its own (base/child.h) and check what it has made (render/xlsx/verify.h). False with `*problem`
// filled where something is refused.
bool xlsx_write_book(const char *name, const struct workbook *workbook, struct arena *arena,
                     struct xlsx_problem *problem);

#endif
