// SPDX-License-Identifier: MIT

#include "view/organisation/chart.h"

enum {
    TOP_WIDTH = 280,   // of the bodies above the columns
    TOP_GAP = 18,      // between them
    TOP_MOST = 4,      // of them, and
    TOP_HIGHEST = 200, // how high they are, before the rest is in columns
    BUS = 10,          // from the last of them to the line that leads to the columns,
    BUS_GAP = 12,      // and from that to the columns
    BLOCK_GAP = 28,    // between one top with all that is below it, and the next
    RAIL = 5,          // of a line beside boxes, from the edge of the one above
    TICK = 14          // from the top of a box to the line that leads to it
};

struct maker {
    const struct view_context *context;
    const struct structure *structure;
    struct chart chart;
    int y; // how far the last sheet is filled
};

static struct chart_sheet *last_sheet(const struct maker *maker) {
    return &maker->chart.sheets[maker->chart.count - 1];
}

static void begin_sheet(struct maker *maker) {
    struct chart *chart = &maker->chart;
    chart->sheets =
        arena_append(maker->context->arena, chart->sheets, chart->count, sizeof *chart->sheets);
    chart->count++;
    maker->y = 1; // room for the edges of boxes
}

static void end_block(struct maker *maker, int bottom) {
    last_sheet(maker)->height = bottom + 1;
    maker->y = bottom + BLOCK_GAP;
}

static void add_box(struct maker *maker, struct chart_box box) {
    struct chart_sheet *sheet = last_sheet(maker);
    sheet->boxes =
        arena_append(maker->context->arena, sheet->boxes, sheet->box_count, sizeof *sheet->boxes);
    sheet->boxes[sheet->box_count++] = box;
}

static void add_tie(struct maker *maker, int x, int y, int to_x, int to_y) {
    struct chart_sheet *sheet = last_sheet(maker);
    if (x == to_x && y == to_y)
        return;
    sheet->ties =
        arena_append(maker->context->arena, sheet->ties, sheet->tie_count, sizeof *sheet->ties);
    sheet->ties[sheet->tie_count++] = (struct chart_tie){x, y, to_x, to_y};
}

// --- columns ---

// A sheet of columns: where it begins.
struct place {
    const struct chart_rows *rows;
    size_t sheet;
    int left, top;
    int bus; // the line above; 0: none
};

static int left_of(const struct place *place, size_t column) {
    return place->left + (int)(column % CHART_COLUMNS) * (COLUMN_WIDTH + COLUMN_GAP);
}

static struct chart_box box_of(const struct place *place, const struct chart_row *row) {
    struct chart_box box = row->is_tied ? row->tied : row->untied;
    box.x = left_of(place, row->column) + COLUMN_WIDTH - box.width;
    box.y = place->top + row->y;
    return box;
}

// From the one above, or from the line above the columns, to the box.
static void tie_row(struct maker *maker, const struct place *place, const struct chart_row *row) {
    struct chart_box box = box_of(place, row);
    bool is_first = row->parent == STRUCTURE_TOP;
    if (!row->is_tied || (is_first && place->bus == 0))
        return;
    int x = left_of(place, row->column) + RAIL, y = place->bus;
    if (!is_first) {
        struct chart_box above = box_of(place, &place->rows->items[row->parent]);
        x = above.x + RAIL;
        y = above.y + above.height;
    }
    add_tie(maker, x, y, x, box.y + TICK);
    add_tie(maker, x, box.y + TICK, box.x, box.y + TICK);
}

// As far as the columns that it leads to.
static void draw_bus(struct maker *maker, const struct place *place) {
    int middle = CHART_WIDTH / 2, from = middle, to = middle;
    for (size_t i = 0; i < place->rows->count; i++) {
        const struct chart_row *row = &place->rows->items[i];
        int x = left_of(place, row->column) + RAIL;
        if (row->parent != STRUCTURE_TOP || !row->is_tied)
            continue;
        from = x < from ? x : from;
        to = x > to ? x : to;
    }
    add_tie(maker, middle, place->bus - BUS, middle, place->bus);
    add_tie(maker, from, place->bus, to, place->bus);
}

static size_t columns_on(const struct chart_rows *rows, size_t sheet) {
    size_t last = rows->items[rows->count - 1].column;
    return last / CHART_COLUMNS > sheet ? CHART_COLUMNS : last % CHART_COLUMNS + 1;
}

static void draw_sheet(struct maker *maker, const struct chart_rows *rows, size_t sheet) {
    size_t columns = columns_on(rows, sheet);
    bool has_bus = sheet == 0 && rows->have_top;
    int width = (int)columns * (COLUMN_WIDTH + COLUMN_GAP) - COLUMN_GAP;
    struct place place = {rows, sheet, (CHART_WIDTH - width) / 2,
                          maker->y + (has_bus ? BUS + BUS_GAP : 0), has_bus ? maker->y + BUS : 0};
    if (has_bus)
        draw_bus(maker, &place);
    for (size_t i = 0; i < rows->count; i++)
        if (rows->items[i].column / CHART_COLUMNS == sheet) {
            tie_row(maker, &place, &rows->items[i]);
            add_box(maker, box_of(&place, &rows->items[i]));
        }
    end_block(maker, place.top + chart_columns_height(rows, sheet));
}

static void draw_rows(struct maker *maker, const struct chart_rows *rows) {
    size_t sheets = rows->items[rows->count - 1].column / CHART_COLUMNS + 1;
    for (size_t i = 0; i < sheets; i++) {
        if (i > 0)
            begin_sheet(maker);
        draw_sheet(maker, rows, i);
    }
}

// --- blocks ---

// The bodies above the columns, each the only one below the one before; the last one's place.
static size_t measure_top(const struct maker *maker, size_t root, struct chart_box *boxes,
                          size_t *count, int *height) {
    const struct placed_body *items = maker->structure->items;
    *height = -TOP_GAP;
    *count = 0;
    for (size_t at = root;; at++) {
        struct chart_box box = chart_measure(maker->context, maker->structure, at, TOP_WIDTH, true);
        *height += box.height + TOP_GAP;
        boxes[(*count)++] = box;
        if (*count == TOP_MOST || *height > TOP_HIGHEST || items[at].children != 1 ||
            items[at + 1].children == 0)
            return at;
    }
}

static void draw_top(struct maker *maker, struct chart_box *boxes, size_t count) {
    for (size_t i = 0; i < count; i++) {
        boxes[i].x = (CHART_WIDTH - TOP_WIDTH) / 2;
        boxes[i].y = maker->y;
        add_box(maker, boxes[i]);
        maker->y += boxes[i].height;
        if (i + 1 < count)
            add_tie(maker, CHART_WIDTH / 2, maker->y, CHART_WIDTH / 2, maker->y + TOP_GAP);
        maker->y += i + 1 < count ? TOP_GAP : 0;
    }
}

// Begins a new sheet where the rest of this one is too small.
static void cut_here(struct maker *maker, struct chart_rows *rows, int above) {
    int room = CHART_HIGHEST - maker->y - above;
    if (maker->y > 1 && !chart_cut(rows, room)) {
        begin_sheet(maker);
        room = CHART_HIGHEST - maker->y - above;
    }
    chart_cut(rows, room);
}

static void draw_tree(struct maker *maker, size_t root) {
    struct chart_box boxes[TOP_MOST];
    size_t count;
    int height;
    size_t hub = measure_top(maker, root, boxes, &count, &height);
    struct chart_rows rows = chart_rows_below(maker->context, maker->structure, hub);
    cut_here(maker, &rows, height + BUS + BUS_GAP);
    draw_top(maker, boxes, count);
    draw_rows(maker, &rows);
}

struct chart chart_of(const struct view_context *context, const struct structure *structure) {
    struct maker maker = {.context = context, .structure = structure};
    struct chart_rows alone = chart_rows_below(context, structure, STRUCTURE_TOP);
    if (structure->count > 0)
        begin_sheet(&maker);
    for (size_t i = 0; i < structure->count; i += structure->items[i].size)
        if (structure->items[i].children > 0)
            draw_tree(&maker, i);
    if (alone.count > 0) {
        cut_here(&maker, &alone, 0);
        draw_rows(&maker, &alone);
    }
    return maker.chart;
}
