// SPDX-License-Identifier: MIT
// Row heights that fit wrapped text. No program adjusts the height of rows with joined cells, and
// not all adjust that of others.

#ifndef FELLESSKAP_RENDER_XLSX_HEIGHTS_H
#define FELLESSKAP_RENDER_XLSX_HEIGHTS_H

#include "base/workbook.h"

#define XLSX_HIGHEST 409.0 // points, the most that a row can have

// How many lines `text` fills when it is wrapped in `width` digits of the standard font (11
// points). Breaks at spaces, at the line breaks in it, and inside words that are wider than the
// cell.
size_t xlsx_lines(struct text text, double width, double size, bool bold);

// The height that shows all of the row's texts, in points, a whole number of pixels; at most
// XLSX_HIGHEST.
double xlsx_row_height(const struct row *row, const struct column *columns, size_t column_count);

// Widens the columns of the row's texts that XLSX_HIGHEST would cut, up to XLSX_WIDEST. True when
// one is wider now. Cells that span several columns stay as they are. A file holds widths up to 255
// (ECMA-376, 18.3.1.13), in which the library puts the margins of a cell besides.
#define XLSX_WIDEST 254.0
bool xlsx_widen_columns(const struct row *row, struct column *columns, size_t column_count);

#endif
