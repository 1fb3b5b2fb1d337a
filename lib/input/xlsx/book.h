// SPDX-License-Identifier: MIT
// A workbook that a spreadsheet program has saved (ECMA-376): its sheets and its texts. Whatever is
// in the file, memory and time are limited.

#ifndef FELLESSKAP_INPUT_XLSX_BOOK_H
#define FELLESSKAP_INPUT_XLSX_BOOK_H

#include "base/xml.h"

enum {
    LIMIT_XLSX_BYTES = 64 * 1024 * 1024,       // of the file
    LIMIT_XLSX_PART_BYTES = 128 * 1024 * 1024, // of a part, inflated
    LIMIT_XLSX_TEXT_BYTES = 32 * 1024 * 1024,  // of the part with the texts, inflated
    LIMIT_XLSX_STRINGS = 1000000,
    LIMIT_XLSX_CELL_BYTES = 4 * 32767, // of a cell's text
    LIMIT_XLSX_STYLES = 65536,         // of cells; those beyond show no days
    LIMIT_XLSX_SHEETS = 256,
    LIMIT_XLSX_ROWS = 300000,   // with something in them, of a sheet
    LIMIT_XLSX_CELLS = 8000000, // empty ones as well
    LIMIT_XLSX_COLUMNS = 256,   // those beyond are not looked at
};

enum xlsx_fault {
    XLSX_GOOD,
    XLSX_NO_WORKBOOK, // no ZIP file, or one without a workbook
    XLSX_BROKEN,      // cut off, or damaged
    XLSX_MACROS,      // it has macros
    XLSX_TOO_LARGE,
};

// What is wrong, a sentence without its period about the name of the file ("%.*s"), translated.
const char *xlsx_fault_message(enum xlsx_fault fault);

struct xlsx_sheet {
    struct text name;
    const struct archive_part *part;
};

struct xlsx_book {
    struct archive archive;
    struct xlsx_sheet *sheets; // in their order, hidden ones as well
    size_t sheet_count;
    struct text *strings; // that cells name by number
    size_t string_count;
    bool *shows_days; // by the style of a cell
    size_t style_count;
    bool from_1904; // days are counted from there
};

// The result points into `bytes`. What is in the cells is not looked at yet.
enum xlsx_fault xlsx_open(struct text bytes, struct xlsx_book *book, struct arena *arena);

#endif
