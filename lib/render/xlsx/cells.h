// SPDX-License-Identifier: MIT
// Converts the cells of one row from the view to the library.

#ifndef FELLESSKAP_RENDER_XLSX_CELLS_H
#define FELLESSKAP_RENDER_XLSX_CELLS_H

#include "render/xlsx/problem.h"
#include "render/xlsx/styles.h"

#include <xlsxwriter.h>

// A sheet that is being written.
struct xlsx_page {
    const struct workbook *workbook;
    const struct sheet *sheet;
    struct arena *arena;
    struct xlsx_problem *problem;
    struct xlsx_formats *formats;
    lxw_worksheet *worksheet;
    struct column *columns; // those of the sheet, some of them wider
    lxw_row_t row;
    lxw_col_t column;
    size_t links; // how many there are on this sheet
};

// Records where and why the library refused something; true when it did not. The library goes on
// when it has no memory for a format, and only malloc() shows that, in errno: set it to 0 before.
bool xlsx_done(struct xlsx_page *page, lxw_error error);

// Writes row `page->row`, which is `height` points high. False with the problem recorded.
bool xlsx_write_cells(struct xlsx_page *page, const struct row *row, double height);

#endif
