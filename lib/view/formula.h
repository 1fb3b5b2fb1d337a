// SPDX-License-Identifier: MIT
// The parts of a spreadsheet's formula: names of cells, and words.

#ifndef FELLESSKAP_VIEW_FORMULA_H
#define FELLESSKAP_VIEW_FORMULA_H

#include "base/workbook.h"

// "$D$4", which stays the same when the formula is copied to another cell.
struct text formula_cell(uint32_t row, uint16_t column, struct arena *arena);

// "'Plan'!$D$4:$D$60"; without a sheet's name where `sheet` is empty.
struct text formula_range(struct text sheet, struct cell_area area, struct arena *arena);

// Words of ours as a text in a formula: in quotes, those within doubled.
struct text formula_words(struct text words, struct arena *arena);

#endif
