// SPDX-License-Identifier: MIT

#include "view/columns.h"

static bool says_something(const struct cell *cell) {
    switch (cell->kind) {
    case CELL_EMPTY:
        return false;
    case CELL_TEXT:
        return cell->text.size > 0;
    case CELL_DATE:
        return cell->date.year != 0;
    default:
        return true;
    }
}

// What the rows make for themselves is not kept.
static void find_filled(const struct sheet *sheet, bool *is_shown, const struct arena *arena) {
    struct arena scratch;
    arena_init(&scratch, arena->out_of_memory);
    for (size_t i = sheet->head_rows; i < sheet->row_count; i++) {
        struct arena_savepoint saved = arena_save(&scratch);
        struct row row = sheet->row(sheet->context, i, &scratch);
        for (size_t j = 0; j < row.count && j < sheet->column_count; j++)
            is_shown[j] = is_shown[j] || says_something(&row.cells[j]);
        arena_release(&scratch, saved);
    }
    arena_free(&scratch);
}

struct sheet_columns sheet_columns_find(const struct sheet *sheet, uint32_t always,
                                        struct arena *arena) {
    uint16_t *place = arena_alloc(arena, sheet->column_count * sizeof *place);
    bool *is_shown = arena_alloc(arena, sheet->column_count * sizeof *is_shown);
    uint16_t count = 0;
    for (size_t i = 0; i < sheet->column_count; i++)
        is_shown[i] = i == 0 || (always >> i & 1) != 0;
    find_filled(sheet, is_shown, arena);
    for (size_t i = 0; i < sheet->column_count; i++)
        place[i] = is_shown[i] ? count++ : 0;
    return (struct sheet_columns){place, is_shown, count};
}

struct kept_sheet {
    const struct sheet *whole;
    const struct sheet_columns *columns;
};

static struct row kept_row(const void *of, size_t index, struct arena *arena) {
    const struct kept_sheet *kept = of;
    struct row whole = kept->whole->row(kept->whole->context, index, arena);
    struct cell *cells = arena_alloc(arena, kept->columns->count * sizeof *cells);
    size_t count = 0;
    for (size_t i = 0; i < whole.count; i++)
        if (kept->columns->is_shown[i])
            cells[count++] = whole.cells[i];
    return (struct row){cells, count};
}

struct sheet sheet_columns_keep(const struct sheet *sheet, const struct sheet_columns *columns,
                                struct arena *arena) {
    struct kept_sheet *kept = arena_alloc(arena, sizeof *kept);
    struct column *widths = arena_alloc(arena, columns->count * sizeof *widths);
    struct sheet made = *sheet;
    *kept = (struct kept_sheet){sheet, columns};
    made.frozen_columns = 0;
    for (size_t i = 0; i < sheet->column_count; i++) {
        if (!columns->is_shown[i])
            continue;
        widths[columns->place[i]] = sheet->columns[i];
        if (i < sheet->frozen_columns)
            made.frozen_columns++;
    }
    made.columns = widths;
    made.column_count = columns->count;
    made.row = kept_row;
    made.context = kept;
    return made;
}

static bool any_has(struct value list, struct text key) {
    const struct value *items = list.list.context;
    for (size_t i = 0; i < list.list.count; i++) {
        const struct value *has = value_find(&items[i], key);
        if (has != NULL && has->truth)
            return true;
    }
    return false;
}

void view_put_shown(struct map_builder *map, struct value list, const struct text keys[],
                    struct arena *arena) {
    for (size_t i = 0; keys[i].size > 0; i++) {
        bool shown = any_has(list, text_concat(arena, TEXT("har-"), keys[i]));
        map_put(map, text_concat(arena, TEXT("viser-"), keys[i]), value_truth(shown));
    }
}
