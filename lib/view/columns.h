// SPDX-License-Identifier: MIT
// A column that no row of a table fills says nothing: it is left out.

#ifndef FELLESSKAP_VIEW_COLUMNS_H
#define FELLESSKAP_VIEW_COLUMNS_H

#include "base/value.h"
#include "base/workbook.h"

// Where the columns of a sheet are once those that no row fills are gone.
struct sheet_columns {
    const uint16_t *place; // by the column in the whole sheet; of one that is left out: 0
    const bool *is_shown;
    uint16_t count;
};

// Finds them by the rows below the head. Column 0 and those of `always` (bit i: column i) stay.
// Lives in the arena.
struct sheet_columns sheet_columns_find(const struct sheet *sheet, uint32_t always,
                                        struct arena *arena);

// The sheet with those columns alone: widths, rows and frozen columns. Its formulas, conditions
// and entries have to know the places already. Lives in the arena, with `sheet` and `columns`.
struct sheet sheet_columns_keep(const struct sheet *sheet, const struct sheet_columns *columns,
                                struct arena *arena);

// "viser-KEY" for each of the keys: whether an item of `list`, which are maps and not lazy, has
// something under "har-KEY". The last one is an empty text.
void view_put_shown(struct map_builder *map, struct value list, const struct text keys[],
                    struct arena *arena);

#endif
