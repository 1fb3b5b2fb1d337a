// SPDX-License-Identifier: MIT
// What the workbook of a grant was made from, cell by cell: a hidden sheet tells it, so that what
// somebody changed in the workbook can be brought back into the file.

#ifndef FELLESSKAP_VIEW_BACK_ORIGIN_H
#define FELLESSKAP_VIEW_BACK_ORIGIN_H

#include "view/grant/sheets.h"

enum origin_column {
    ORIGIN_TABLE,
    ORIGIN_ROW,
    ORIGIN_ID,
    ORIGIN_KEY,
    ORIGIN_TITLE,
    ORIGIN_VALUE,
    ORIGIN_COLUMNS
};

// The titles of its columns, in any language: what is on this sheet is for the program.
extern const struct text origin_titles[ORIGIN_COLUMNS];

// Keys that are none of the file's: what rows are known by, a column of formulas, the word for a
// sum; and of the whole workbook, without a table: the id of the grant, its language, the SHA-256
// of a file whose name is in ORIGIN_ID.
#define ORIGIN_KEY_ROW "rad"
#define ORIGIN_KEY_FORMULA "formel"
#define ORIGIN_KEY_SUM "sum"
#define ORIGIN_KEY_GRANT "tilskudd"
#define ORIGIN_KEY_LANGUAGE "språk"
#define ORIGIN_KEY_FILE "fil"

// A cell, by the title of its column, as text: amounts are "1850000.50", days "2024-10-29". The row
// is what stands in the column by which rows are known, and the id is that of the allocation, or
// the number of the change, from 1. Both are empty where all rows of the column are meant.
struct origin_entry {
    struct text parts[ORIGIN_COLUMNS];
};

struct origin {
    struct origin_entry *items;
    size_t count;
};

// Of the sheets, those of tables, by enum grant_table.
struct origin origin_of(const struct book *book, const struct sheet *sheets);

// The hidden sheet.
struct sheet origin_sheet(const struct book *book, const struct origin *origin);

#endif
