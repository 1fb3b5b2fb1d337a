// SPDX-License-Identifier: MIT

#include "render/xlsx/heights.h"

#include "base/workbook_lines.h"
#include "render/xlsx/styles.h"

#define STANDARD_WIDTH 8.43 // of a column that none is given for
#define AIR 5.0             // points above and below the text together
#define PIXEL 0.75

// The width of columns `first` to `first + span - 1` together.
static double span_width(const struct column *columns, size_t column_count, size_t first,
                         size_t span) {
    double width = 0;
    for (size_t i = first; i < first + span; i++)
        width += i < column_count ? columns[i].width : STANDARD_WIDTH;
    return width;
}

static double cell_height(const struct cell *cell, double width) {
    struct xlsx_type type = xlsx_type_of(cell->style);
    enum cell_kind shown = cell->kind == CELL_FORMULA ? cell->result : cell->kind;
    bool wraps = type.wrapped && shown == CELL_TEXT;
    size_t lines = wraps ? workbook_lines(cell->text, width - WORKBOOK_INDENT * type.indent,
                                          type.size, type.bold)
                         : 1;
    return (double)lines * type.size * WORKBOOK_LINE_OF_SIZE + AIR;
}

double xlsx_row_height(const struct row *row, const struct column *columns, size_t column_count) {
    double highest = WORKBOOK_TYPE * WORKBOOK_LINE_OF_SIZE + AIR;
    for (size_t i = 0; i < row->count;) {
        const struct cell *cell = &row->cells[i];
        size_t span = cell->span > 1 ? cell->span : 1;
        double height = cell_height(cell, span_width(columns, column_count, i, span));
        highest = height > highest ? height : highest;
        i += span;
    }
    size_t pixels = (size_t)(highest / PIXEL + 0.99);
    highest = (double)pixels * PIXEL;
    return highest < WORKBOOK_HIGHEST ? highest : WORKBOOK_HIGHEST;
}

bool xlsx_widen_columns(const struct row *row, struct column *columns, size_t column_count) {
    static const double step = 1.1;
    bool wider = false;
    for (size_t i = 0; i < row->count && i < column_count; i++) {
        const struct cell *cell = &row->cells[i];
        double *width = &columns[i].width;
        if (cell->span > 1) {
            i += cell->span - 1U;
            continue;
        }
        while (*width < WORKBOOK_WIDEST && cell_height(cell, *width) > WORKBOOK_HIGHEST) {
            *width = *width * step < WORKBOOK_WIDEST ? *width * step : WORKBOOK_WIDEST;
            wider = true;
        }
    }
    return wider;
}
