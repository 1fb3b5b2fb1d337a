// SPDX-License-Identifier: MIT
// Workbooks in Office Open XML.

#ifndef FELLESSKAP_RENDER_XLSX_XLSX_H
#define FELLESSKAP_RENDER_XLSX_XLSX_H

#include "base/workbook.h"
#include "render/xlsx/problem.h"

// Writes the workbook to the file `name`, which is created or overwritten and never removed, and
// looks at what is there afterwards. Temporary files without names lie in TMPDIR or /tmp while it
// runs, for large sheets only. The same workbook gives the same bytes in any locale and time zone.
// A link that is too long for a spreadsheet (2 079 bytes), or beyond a sheet's first 65 530, is
// left out; its cell stays. Returns problem->fault.
enum xlsx_fault xlsx_write(const char *name, const struct workbook *workbook, struct arena *arena,
                           struct xlsx_problem *problem);

#endif
