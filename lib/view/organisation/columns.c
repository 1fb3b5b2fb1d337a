// SPDX-License-Identifier: MIT

#include "view/organisation/columns.h"

enum { DEEPEST = 4, STEP_OF_TRIAL = 8 };

static void add_row(struct chart_rows *rows, const struct view_context *context,
                    const struct structure *structure, size_t place, size_t depth, size_t parent) {
    size_t steps = (depth < DEEPEST ? depth : DEEPEST) + (rows->have_top ? 1 : 0);
    int width = COLUMN_WIDTH - (int)steps * COLUMN_STEP;
    struct chart_row *row = &rows->items[rows->count++];
    *row = (struct chart_row){
        .depth = depth,
        .parent = parent,
        .tied = chart_measure(context, structure, place, width, true),
        .untied = chart_measure(context, structure, place, width, false),
    };
}

// A body that is directly below the top, with all below it.
static void add_branch(struct chart_rows *rows, const struct view_context *context,
                       const struct structure *structure, size_t place) {
    size_t first = rows->count, base = structure->items[place].depth;
    for (size_t i = 0; i < structure->items[place].size; i++) {
        const struct placed_body *placed = &structure->items[place + i];
        add_row(rows, context, structure, place + i, placed->depth - base,
                i == 0 ? STRUCTURE_TOP : first + (placed->parent - place));
        rows->items[first].whole += rows->items[first + i].tied.height + ROW_GAP;
    }
}

static int level_of(const struct body *body) {
    return body->level.at.line == 0 || body->level.index < 0 ? LEVEL_COUNT : body->level.index;
}

struct chart_rows chart_rows_below(const struct view_context *context,
                                   const struct structure *structure, size_t top) {
    struct chart_rows rows = {.have_top = top != STRUCTURE_TOP};
    bool is_met[LEVEL_COUNT + 1] = {false};
    int order[LEVEL_COUNT + 1];
    size_t levels = 0, count = structure->count;
    size_t *direct = arena_alloc(context->arena, (count + 1) * sizeof *direct), found = 0;
    rows.items = arena_alloc(context->arena, (count + 1) * sizeof *rows.items);
    for (size_t i = 0; i < count; i++) {
        const struct placed_body *placed = &structure->items[i];
        if (placed->parent != top || (!rows.have_top && placed->children > 0))
            continue;
        direct[found++] = i;
        int level = level_of(placed->body);
        if (!is_met[level])
            order[levels++] = level;
        is_met[level] = true;
    }
    for (size_t i = 0; i < levels; i++) {
        size_t first = rows.count;
        for (size_t j = 0; j < found; j++)
            if (level_of(structure->items[direct[j]].body) == order[i])
                add_branch(&rows, context, structure, direct[j]);
        rows.items[first].begins_group = true;
    }
    return rows;
}

// --- cutting ---

static bool is_tied_in(const struct chart_rows *rows, const struct chart_row *row, size_t column) {
    if (row->parent == STRUCTURE_TOP)
        return !rows->have_top || column < CHART_COLUMNS;
    return row->depth <= DEEPEST && rows->items[row->parent].column == column;
}

static int height_in(const struct chart_rows *rows, const struct chart_row *row, size_t column) {
    return is_tied_in(rows, row, column) ? row->tied.height : row->untied.height;
}

// How many columns no higher than `room` the rows need. `apart`: each level has its own.
static size_t cut(struct chart_rows *rows, int room, bool apart) {
    size_t column = 0;
    int y = 0;
    for (size_t i = 0; i < rows->count; i++) {
        struct chart_row *row = &rows->items[i];
        int most = column < CHART_COLUMNS ? room : CHART_HIGHEST;
        bool is_first = row->parent == STRUCTURE_TOP;
        bool is_kept_whole = is_first && y + row->whole - ROW_GAP > most && row->whole <= most;
        bool is_too_high = y + height_in(rows, row, column) > most;
        if (y > 0 && ((apart && row->begins_group) || is_kept_whole || is_too_high)) {
            column++;
            y = 0;
        }
        row->column = column;
        row->y = y;
        row->is_tied = is_tied_in(rows, row, column);
        y += height_in(rows, row, column) + ROW_GAP;
    }
    return column + 1;
}

static bool fits(struct chart_rows *rows, int room, bool apart) {
    return cut(rows, room, apart) <= CHART_COLUMNS && chart_columns_height(rows, 0) <= room;
}

bool chart_cut(struct chart_rows *rows, int room) {
    for (int apart = 1; apart >= 0; apart--) {
        if (!fits(rows, room, apart != 0))
            continue;
        int height = STEP_OF_TRIAL;
        while (height < room && !fits(rows, height, apart != 0))
            height += STEP_OF_TRIAL;
        fits(rows, height < room ? height : room, apart != 0);
        return true;
    }
    cut(rows, room, false);
    return false;
}

int chart_columns_height(const struct chart_rows *rows, size_t sheet) {
    int height = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct chart_row *row = &rows->items[i];
        int end = row->y + (row->is_tied ? row->tied.height : row->untied.height);
        if (row->column / CHART_COLUMNS == sheet && end > height)
            height = end;
    }
    return height;
}
