// SPDX-License-Identifier: MIT
// The cells of a sheet, row by row.

#ifndef FELLESSKAP_INPUT_XLSX_ROWS_H
#define FELLESSKAP_INPUT_XLSX_ROWS_H

#include "input/xlsx/book.h"

enum xlsx_kind {
    XLSX_TEXT,
    XLSX_NUMBER,
    XLSX_TRUTH, // "1" or "0"
    XLSX_ERROR, // "#REF!"
};

struct xlsx_cell {
    uint32_t column; // 1-based
    enum xlsx_kind kind;
    bool is_formula;  // what it shows is computed
    bool is_day;      // it shows a number as a day
    struct text text; // what it shows; of a number as it is in the file: "45641.5"
};

// The cells that show something or have a formula, in the order of their columns.
struct xlsx_row {
    uint32_t number; // 1-based
    const struct xlsx_cell *cells;
    size_t count;
};

// Calls `take` for each row that has such cells, in order, until it returns false. The cells and
// their texts are gone afterwards, unless `take` copies them.
enum xlsx_fault xlsx_read_rows(const struct xlsx_book *book, const struct xlsx_sheet *sheet,
                               bool (*take)(void *context, const struct xlsx_row *row),
                               void *context, struct arena *arena);

// NULL where the row has none in that column.
const struct xlsx_cell *xlsx_cell_in(const struct xlsx_row *row, uint32_t column);

// The number that a cell holds; false where its text is none, or one of 10^15 and more: no amount
// is so large, and a spreadsheet does not hold it exactly.
bool xlsx_number(struct text text, double *number);

// "F9".
struct text xlsx_cell_name(uint32_t row, uint32_t column, struct arena *arena);

#endif
