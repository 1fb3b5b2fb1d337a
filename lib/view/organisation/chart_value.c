// SPDX-License-Identifier: MIT

#include "view/organisation/chart_value.h"

#include "view/organisation/words.h"

enum { SHEET_GAP = 28 };

// Lines of words, one below the other; `y` is the baseline of the first.
static struct value words_value(struct arena *arena, const struct chart_lines *lines, int x, int y,
                                int step) {
    struct value *items = arena_alloc(arena, (lines->count + 1) * sizeof *items);
    for (size_t i = 0; i < lines->count; i++) {
        struct map_builder map = map_begin(arena);
        map_put(&map, TEXT("x"), value_number(x));
        map_put(&map, TEXT("y"), value_number(y + (int)i * step));
        map_put(&map, TEXT("ord"), value_text(lines->items[i]));
        items[i] = map_end(&map);
    }
    return value_list(items, lines->count);
}

static struct value box_value(const struct chart_box *box, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    int x = box->x + BOX_PADDING, y = box->y + BOX_TOP + BOX_ASCENT;
    int below = y + (int)box->name.count * BOX_NAME_LINE - 1;
    map_put(&map, TEXT("anker"), value_text(body_anchor(box->placed->body, arena)));
    map_put(&map, TEXT("x"), value_number(box->x));
    map_put(&map, TEXT("y"), value_number(box->y));
    map_put(&map, TEXT("bredde"), value_number(box->width));
    map_put(&map, TEXT("høyde"), value_number(box->height));
    map_put(&map, TEXT("er-i-modellen"), value_truth(box->placed->national != NATIONAL_NONE));
    map_put(&map, TEXT("navnelinjer"), words_value(arena, &box->name, x, y, BOX_NAME_LINE));
    map_put(&map, TEXT("smålinjer"), words_value(arena, &box->small, x, below, BOX_SMALL_LINE));
    return map_end(&map);
}

static struct value tie_value(const struct chart_tie *tie, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("x"), value_number(tie->x));
    map_put(&map, TEXT("y"), value_number(tie->y));
    map_put(&map, TEXT("til-x"), value_number(tie->to_x));
    map_put(&map, TEXT("til-y"), value_number(tie->to_y));
    return map_end(&map);
}

static struct value sheet_value(const struct chart_sheet *sheet, int down, struct arena *arena) {
    struct value *boxes = arena_alloc(arena, (sheet->box_count + 1) * sizeof *boxes);
    struct value *ties = arena_alloc(arena, (sheet->tie_count + 1) * sizeof *ties);
    struct map_builder map = map_begin(arena);
    for (size_t i = 0; i < sheet->box_count; i++)
        boxes[i] = box_value(&sheet->boxes[i], arena);
    for (size_t i = 0; i < sheet->tie_count; i++)
        ties[i] = tie_value(&sheet->ties[i], arena);
    map_put(&map, TEXT("bredde"), value_number(CHART_WIDTH));
    map_put(&map, TEXT("høyde"), value_number(sheet->height));
    map_put(&map, TEXT("ned"), value_number(down));
    map_put(&map, TEXT("streker"), value_list(ties, sheet->tie_count));
    map_put(&map, TEXT("bokser"), value_list(boxes, sheet->box_count));
    return map_end(&map);
}

struct value chart_value(const struct view_context *context, const struct chart *chart) {
    struct value *sheets = arena_alloc(context->arena, (chart->count + 1) * sizeof *sheets);
    int down = 0;
    for (size_t i = 0; i < chart->count; i++) {
        sheets[i] = sheet_value(&chart->sheets[i], down, context->arena);
        down += chart->sheets[i].height + SHEET_GAP;
    }
    return value_list(sheets, chart->count);
}

int chart_height(const struct chart *chart) {
    int height = chart->count > 0 ? -SHEET_GAP : 0;
    for (size_t i = 0; i < chart->count; i++)
        height += chart->sheets[i].height + SHEET_GAP;
    return height;
}
