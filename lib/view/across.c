// SPDX-License-Identifier: MIT

#include "view/across.h"

#include <string.h>

struct across {
    struct row (*row)(const void *context, size_t index, struct arena *arena);
    const void *context;
    uint32_t head_rows;
    uint16_t frozen_columns;
};

static uint16_t pages_across(const struct sheet *sheet) {
    const double page = 293, padding = 0.71; // in digits, of A3 with type of 8 points; and of 11
    double fixed = 0, others = 0;
    for (size_t i = 0; i + sheet->hidden_columns < sheet->column_count; i++)
        *(i < sheet->frozen_columns ? &fixed : &others) += sheet->columns[i].width + padding;
    double room = page - fixed;
    return fixed + others <= page || room <= 0 ? 1 : (uint16_t)(1 + (others - 1) / room);
}

static bool is_line(const struct row *row, uint16_t columns) {
    if (row->count < columns || row->cells[0].kind != CELL_TEXT)
        return false;
    for (uint16_t i = 1; i < columns; i++)
        if (row->cells[i].kind != CELL_EMPTY)
            return false;
    return true;
}

static struct row across_row(const void *context, size_t index, struct arena *arena) {
    const struct across *across = context;
    struct row row = across->row(across->context, index, arena);
    if (index + 1 >= across->head_rows || !is_line(&row, across->frozen_columns))
        return row;
    struct cell *cells = arena_alloc(arena, row.count * sizeof *cells);
    memcpy(cells, row.cells, row.count * sizeof *cells);
    cells[0].style = cells[0].style == STYLE_TITLE ? STYLE_TITLE_WRAPPED : STYLE_NOTE;
    cells[0].span = across->frozen_columns;
    return (struct row){cells, row.count};
}

void sheet_print_across(struct sheet *sheet, struct arena *arena) {
    sheet->pages_wide = pages_across(sheet);
    if (sheet->pages_wide <= 1 || sheet->frozen_columns < 2)
        return;
    struct across *across = arena_alloc(arena, sizeof *across);
    *across = (struct across){sheet->row, sheet->context, sheet->head_rows, sheet->frozen_columns};
    sheet->row = across_row;
    sheet->context = across;
}
