// SPDX-License-Identifier: MIT
// What is told of a workbook: the place is the row and the column of a cell.

#include "document/back/compare.h"

#include "base/message.h"

void back_tell(const struct comparison *comparison, enum rule rule, const struct back_table *table,
               uint32_t row, uint32_t column, const char *message, struct text about) {
    struct arena *arena = comparison->arena;
    struct text told = message_about(arena, message, about);
    struct text cell =
        column > 0 ? xlsx_cell_name(row, column, arena) : text_format(arena, "%u", row);
    report(comparison->repository->diagnostics, rule, comparison->path,
           (struct position){row, column > 0 ? column : 1}, "%.*s!%.*s: %.*s",
           TEXT_ARGS(table->sheet), TEXT_ARGS(cell), TEXT_ARGS(told));
}

void back_tell_book(const struct comparison *comparison, enum rule rule, const char *message,
                    struct text about) {
    struct text told = message_about(comparison->arena, message, about);
    report(comparison->repository->diagnostics, rule, comparison->path, (struct position){0, 0},
           "%.*s", TEXT_ARGS(told));
}

bool back_row_is_written(const struct back_row *row) {
    for (size_t i = 0; i < row->table->column_count; i++) {
        const struct back_column *column = &row->table->columns[i];
        const struct xlsx_cell *cell = xlsx_cell_in(row->row, column->column);
        if (cell != NULL && !cell->is_formula && text_trim(cell->text).size > 0)
            return true;
    }
    return false;
}
