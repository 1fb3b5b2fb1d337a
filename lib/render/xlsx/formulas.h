// SPDX-License-Identifier: MIT
// Formulas that name cells of their own row, as a file has them.

#ifndef FELLESSKAP_RENDER_XLSX_FORMULAS_H
#define FELLESSKAP_RENDER_XLSX_FORMULAS_H

#include "base/workbook.h"

// Of a cell in a row, 0-based: "$A8".
struct text xlsx_formula_in(struct text formula, uint32_t row, struct arena *arena);

// Of a column of a table, for rows that come: "Utbetalinger[[#This Row],[Nr]]".
struct text xlsx_formula_of(struct text formula, const struct sheet_table *table,
                            struct arena *arena);

#endif
