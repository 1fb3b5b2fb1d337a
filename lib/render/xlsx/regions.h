// SPDX-License-Identifier: MIT
// The tables of a sheet, as its rows tell: a row of headings begins one, and an empty row or the
// next row of headings ends it. Screen readers are told of them by names: "TitleRegion1.A5.O90.2"
// says that on sheet 2 the heads of the columns of A5:O90 are in its first row, and the heads of
// its rows in its first column. What is a table of the workbook itself needs no name.

#ifndef FELLESSKAP_RENDER_XLSX_REGIONS_H
#define FELLESSKAP_RENDER_XLSX_REGIONS_H

#include "base/workbook.h"

// Of a sheet whose rows are read in order: begins as {0}.
struct xlsx_regions {
    bool is_open;
    struct cell_area open;
};

// Takes the next row of `sheet`, number `index` (0-based); true when a region with rows below its
// head ended before it, which is then `*ended`.
bool xlsx_regions_row(struct xlsx_regions *regions, const struct sheet *sheet,
                      const struct row *row, uint32_t index, struct cell_area *ended);

// The same after the last row.
bool xlsx_regions_end(struct xlsx_regions *regions, struct cell_area *ended);

#endif
