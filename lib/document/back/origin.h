// SPDX-License-Identifier: MIT
// What the workbook of a grant says that it was made from: its hidden sheet.

#ifndef FELLESSKAP_DOCUMENT_BACK_ORIGIN_H
#define FELLESSKAP_DOCUMENT_BACK_ORIGIN_H

#include "base/index.h"
#include "input/xlsx/rows.h"
#include "view/back/origin.h"

struct known_origin {
    struct origin origin;
    struct index by_place; // table, id and key → struct origin_entry
    struct index by_row;   // table and row → that of what the row is known by
};

// Of what is there already.
void origin_know(struct known_origin *known, struct origin origin, struct arena *arena);

// Reads it from a workbook: nothing where that has no such sheet.
enum xlsx_fault origin_read(struct known_origin *known, const struct xlsx_book *book,
                            struct arena *arena);

// Of a cell, or of a whole column or workbook where `id` is empty; NULL: there is none.
const struct origin_entry *origin_find(const struct known_origin *known, struct text table,
                                       struct text id, struct text key, struct arena *arena);

// The id of a row of a table, "1"; empty where there was none.
struct text origin_id(const struct known_origin *known, struct text table, struct text row,
                      struct arena *arena);

// The value of a key of the whole workbook; empty where it has none.
struct text origin_of_book(const struct known_origin *known, const char *key, struct arena *arena);

#endif
