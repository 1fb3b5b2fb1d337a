// SPDX-License-Identifier: MIT
// The tables of a workbook that somebody has worked in, found by the titles of their columns
// wherever they are by now.

#ifndef FELLESSKAP_DOCUMENT_BACK_TABLES_H
#define FELLESSKAP_DOCUMENT_BACK_TABLES_H

#include "document/back/origin.h"

enum { BACK_TABLES = 4, BACK_COLUMNS = 32 };

struct back_column {
    struct text key; // of the file; ORIGIN_KEY_FORMULA of several
    struct text title;
    uint32_t column; // in the sheet, 1-based
};

struct back_table {
    struct text name;
    struct back_column columns[BACK_COLUMNS];
    size_t column_count;
    struct text sum_word; // of the row of sums; empty: it has none
    struct text sum_title;
    uint32_t sum_column;
    bool is_found;
    struct text sheet;
    uint32_t head; // its row, 1-based
};

struct back_tables {
    struct back_table items[BACK_TABLES];
    size_t count;
};

// A row below the head of a table, but for the one with sums. Gone after it has been taken.
struct back_row {
    const struct back_table *table;
    const struct xlsx_row *row;
};

// By the origin.
void back_tables_know(struct back_tables *tables, const struct known_origin *known);

// Calls `take` with each row of each table, sheet by sheet.
enum xlsx_fault back_tables_read(struct back_tables *tables, const struct xlsx_book *book,
                                 void (*take)(void *context, const struct back_row *row),
                                 void *context, struct arena *arena);

// The cell of a key; NULL where it is empty or the table has no such column.
const struct xlsx_cell *back_cell(const struct back_row *row, struct text key);

// The column of a key, 1-based; 0 where the table has none.
uint32_t back_column_of(const struct back_table *table, struct text key);

#endif
