// SPDX-License-Identifier: MIT
// What somebody has written in a cell, in the form in which the workbook's origin has it.

#ifndef FELLESSKAP_DOCUMENT_BACK_VALUES_H
#define FELLESSKAP_DOCUMENT_BACK_VALUES_H

#include "input/xlsx/rows.h"

enum typed_kind {
    TYPED_TEXT,
    TYPED_PROSE,  // a text that is Markdown in the file
    TYPED_NUMBER, // "2024"
    TYPED_AMOUNT, // "1850000.50"
    TYPED_DATE,   // "2024-10-29"
    TYPED_CASE,   // "42/24", with or without a word before it
};

enum typed_kind typed_kind_of(struct text key);

// The value of a cell; NULL is an empty one. False where it is no value of that kind, or an error.
bool value_read(const struct xlsx_cell *cell, enum typed_kind kind, bool from_1904,
                struct text *value, struct arena *arena);

// Whether two values say the same: spaces and line breaks count as one space, and no amount is 0.
bool value_is_same(enum typed_kind kind, struct text a, struct text b);

// An amount in øre.
int64_t value_ore(struct text amount);

#endif
