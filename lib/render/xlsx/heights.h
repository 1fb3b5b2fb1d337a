// SPDX-License-Identifier: MIT
// Row heights that fit wrapped text. No program adjusts the height of rows with joined cells, and
// not all adjust that of others.

#ifndef FELLESSKAP_RENDER_XLSX_HEIGHTS_H
#define FELLESSKAP_RENDER_XLSX_HEIGHTS_H

#include "base/workbook.h"
#include "base/workbook_lines.h"

// The height that shows all of the row's texts, in points, a whole number of pixels; at most
// WORKBOOK_HIGHEST.
double xlsx_row_height(const struct row *row, const struct column *columns, size_t column_count);

// Widens the columns of the row's texts that WORKBOOK_HIGHEST would cut, up to WORKBOOK_WIDEST.
// True when one is wider now. Cells that span several columns stay as they are.
bool xlsx_widen_columns(const struct row *row, struct column *columns, size_t column_count);

#endif
