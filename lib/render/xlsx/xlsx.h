// SPDX-License-Identifier: MIT
// Workbooks in Office Open XML.

#ifndef FELLESSKAP_RENDER_XLSX_XLSX_H
#define FELLESSKAP_RENDER_XLSX_XLSX_H

#include "base/workbook.h"
#include "base/writer.h"
#include "render/xlsx/problem.h"

// Makes the workbook in a process of its own, and writes it only if it is whole: every part can be
// read, and every cell has what the view says. Temporary files without names are in TMPDIR or /tmp
// meanwhile. The same workbook gives the same bytes in any locale and time zone. A link that is too
// long for a spreadsheet (2 079 bytes), or beyond a sheet's first 65 530, is left out; its cell
// stays. The writer records whether all bytes could be written. Returns problem->fault.
enum xlsx_fault xlsx_write(const struct workbook *workbook, struct writer *writer,
                           struct arena *arena, struct xlsx_problem *problem);

#endif
