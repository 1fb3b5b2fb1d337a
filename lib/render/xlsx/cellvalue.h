// SPDX-License-Identifier: MIT
// What a sheet's file holds for a cell of the view: its value, its look, its formula.

#ifndef FELLESSKAP_RENDER_XLSX_CELLVALUE_H
#define FELLESSKAP_RENDER_XLSX_CELLVALUE_H

#include "base/workbook.h"
#include "render/xlsx/styles.h"

enum xlsx_value_kind { XLSX_VALUE_NONE, XLSX_VALUE_TEXT, XLSX_VALUE_NUMBER };

struct xlsx_value {
    bool is_formula; // cell->formula, and this is its result
    enum xlsx_value_kind kind;
    double number;    // days are counted as spreadsheets do
    struct text text; // empty for anything but a text
};

struct xlsx_value xlsx_value(const struct cell *cell);

// How it is shown. An empty date is still a date: one may be filled in.
enum xlsx_look xlsx_look_of(const struct cell *cell);

// A formula that names cells of its own row (WORKBOOK_ROW): as it is in a row, 0-based, "$A8".
struct text xlsx_formula_in(struct text formula, uint32_t row, struct arena *arena);

// The same for the rows that a table has yet to get, by the titles of its columns:
// "Utbetalinger[[#This Row],[Nr]]". Each WORKBOOK_ROW follows "$" and the letters of one of them.
struct text xlsx_formula_of(struct text formula, const struct sheet_table *table,
                            struct arena *arena);

#endif
