// SPDX-License-Identifier: MIT
// The parts of a spreadsheet's formula: names of cells, and words.

#ifndef FELLESSKAP_VIEW_FORMULA_H
#define FELLESSKAP_VIEW_FORMULA_H

#include "base/workbook.h"

// "$D$4", which stays the same when the formula is copied to another cell.
struct text formula_cell(uint32_t row, uint16_t column, struct arena *arena);

// "$D4": in the next row, $D5.
struct text formula_row_cell(uint32_t row, uint16_t column, struct arena *arena);

// "'Plan'!$D$4".
struct text formula_place(struct text sheet, uint32_t row, uint16_t column, struct arena *arena);

// "'Plan'!$D$4:$D$60"; without a sheet's name where `sheet` is empty.
struct text formula_range(struct text sheet, struct cell_area area, struct arena *arena);

// The cell of a column in the row that the formula is in: "$D4" in row 4.
struct text formula_here(uint16_t column, struct arena *arena);

// A column of a table by its cells, with its head and the row below its data, that of sums where it
// has one: so rows that are put in first or last are in it, too. What counts must pass over both,
// and must ask whether a cell is a number before it compares it with one: where a sheet has been
// copied to another workbook, LibreOffice takes what is empty for less than it, and words for more.
// No name of the table, for those are lost there.
struct text formula_column(struct text sheet, uint32_t head, size_t rows, uint16_t column,
                           struct arena *arena);

// The sum of a table's column in the row below its data, of what a filter shows.
struct text formula_total(uint32_t head, uint16_t column, struct arena *arena);

// The sum of the values in the rows that have a number in another column, which neither the head
// nor the row of sums has; both are of formula_column().
struct text formula_sum_where_number(struct text values, struct text where, struct arena *arena);

// "DATE(2024,11,1)".
struct text formula_date(struct date date, struct arena *arena);

// A text as a string in a formula: in quotes, with those within doubled.
struct text formula_words(struct text words, struct arena *arena);

#endif
