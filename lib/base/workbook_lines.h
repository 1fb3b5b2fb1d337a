// SPDX-License-Identifier: MIT
// How many lines a text takes in a cell of a workbook, and how much of it a row can show.

#ifndef FELLESSKAP_BASE_WORKBOOK_LINES_H
#define FELLESSKAP_BASE_WORKBOOK_LINES_H

#include "base/text.h"

// The most that a row and a column can have: points, and digits of the standard font. A file holds
// widths up to 255 (ECMA-376, 18.3.1.13), in which the library puts the margins of a cell besides.
#define WORKBOOK_HIGHEST 409.0
#define WORKBOOK_WIDEST 254.0
#define WORKBOOK_INDENT 1.5 // digits of a step that a cell is indented by

#define WORKBOOK_TYPE 11.0 // points of the standard font
#define WORKBOOK_LINE_OF_SIZE (15.0 / WORKBOOK_TYPE)

// Lines of the standard font that WORKBOOK_HIGHEST has room for, with air above and below.
enum { WORKBOOK_LINES = 26 };

// How many lines `text` fills when it is wrapped in `width` digits of the standard font, in type of
// `size` points. Breaks at spaces, at the line breaks in it, and inside words that are wider than
// the cell.
size_t workbook_lines(struct text text, double width, double size, bool bold);

#endif
