// SPDX-License-Identifier: MIT

#include "base/workbook.h"

struct row row_empty(enum cell_style style, size_t count, struct cell **cells,
                     struct arena *arena) {
    *cells = arena_alloc(arena, count * sizeof **cells);
    for (size_t i = 0; i < count; i++)
        (*cells)[i] = cell_empty(style);
    return (struct row){*cells, count};
}
