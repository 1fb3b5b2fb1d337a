// SPDX-License-Identifier: MIT
// Tables as other programs export them: one row per line, with a separator between cells, in quotes
// where they hold a separator, a quote (doubled) or a line break.

#ifndef FELLESSKAP_INPUT_FILE_CSV_H
#define FELLESSKAP_INPUT_FILE_CSV_H

#include "base/diagnostics.h"
#include "input/file/limits.h"

struct csv {
    struct text text;
    struct text file;
    char separator;
    struct diagnostics *diagnostics;
    struct arena *arena; // for cells with doubled quotes; the others are parts of `text`
    size_t at;
    uint32_t line;   // of `at`
    uint32_t column; // the same, in characters
};

struct csv_cell {
    struct text text; // without its quotes and without spaces at both ends
    struct position at;
};

struct csv_row {
    struct csv_cell cells[LIMIT_CSV_COLUMNS];
    size_t count;
    bool broken; // has been reported: its cells may be wrong
};

// A first line "sep=;", for Excel, is skipped.
void csv_init(struct csv *csv, struct text text, struct text file, char separator,
              struct diagnostics *diagnostics, struct arena *arena);

// The next row that is not empty; false after the last. A fault is reported under csv-syntax, and
// the row after it begins on the next line. Linear in the text.
bool csv_next(struct csv *csv, struct csv_row *row);

#endif
