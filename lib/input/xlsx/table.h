// SPDX-License-Identifier: MIT
// The sheet of a workbook that has the most rows, as a text with separators: what reads tables of
// other programs reads it, too.

#ifndef FELLESSKAP_INPUT_XLSX_TABLE_H
#define FELLESSKAP_INPUT_XLSX_TABLE_H

#include "input/xlsx/rows.h"

// A line a row, so that their numbers are the same; cells with ";" between, days as "2024-10-29",
// numbers with `decimal_mark`, rounded to two decimals.
enum xlsx_fault xlsx_as_table(struct text bytes, char decimal_mark, struct text *table,
                              struct arena *arena);

#endif
