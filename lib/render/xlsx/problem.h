// SPDX-License-Identifier: MIT
// Why a workbook was not written.

#ifndef FELLESSKAP_RENDER_XLSX_PROBLEM_H
#define FELLESSKAP_RENDER_XLSX_PROBLEM_H

#include "base/arena.h"
#include "base/text.h"

enum xlsx_fault {
    XLSX_OK,
    XLSX_WRITE,         // the system refused something
    XLSX_TEMPORARY,     // a temporary file cannot be made
    XLSX_NOT_WHOLE,     // the library made something other than it was given, or has crashed
    XLSX_TOO_LARGE,     // more rows or columns than a sheet can have
    XLSX_TEXT_TOO_LONG, // a text, comment or formula that is longer than a cell can hold
    XLSX_SHEET_NAME,    // a name that a sheet cannot have
    XLSX_COLUMN_TITLE,  // a title that a column of a table cannot have
    XLSX_CELL,          // anything else that no spreadsheet can hold: the view is wrong
};

struct xlsx_problem {
    enum xlsx_fault fault;
    int error;          // errno of XLSX_WRITE and XLSX_TEMPORARY; 0: not known
    struct text detail; // of XLSX_COLUMN_TITLE: the title
    struct text sheet;  // its name; empty: the workbook as a whole
    size_t row, column; // 0-based, of XLSX_TEXT_TOO_LONG and XLSX_CELL
};

// The message for the user: one line in the reader's language, without the file's name.
struct text xlsx_explain(const struct xlsx_problem *problem, struct arena *arena);

#endif
