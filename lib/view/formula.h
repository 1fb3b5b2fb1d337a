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

// A column of a table: "Utbetalinger[Beløp]", or its cell in the row of the formula,
// "Utbetalinger[[#This Row],[Beløp]]".
struct text formula_column(struct text table, struct text title, bool this_row,
                           struct arena *arena);

// "DATE(2024,11,1)".
struct text formula_date(struct date date, struct arena *arena);

// A text as a string in a formula: in quotes, with those within doubled.
struct text formula_words(struct text words, struct arena *arena);

#endif
