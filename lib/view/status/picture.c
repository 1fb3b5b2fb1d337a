// SPDX-License-Identifier: MIT
// The areas as stacked bars. All lengths are user units of the picture, which is as wide as a
// phone: its words can be read there.

#include "view/status/status.h"

#include "view/plan/matrix.h"
#include "view/plan/width.h"

enum {
    NAME_WIDTH = 32, // the area's number
    BAR_WIDTH = 288, // of the area that has most actions
    BAR_HEIGHT = 24,
    STEP = 32,         // from one bar to the next
    LEGEND_STEP = 165, // from one word of the legend to the next
    LEGEND_LINE = 24,
    LEGEND_WORDS = 24, // from the colour to its word
    LEGEND_SIZE = 130, // of the words, in tenths
    WORDS_FROM = 16,   // a part that is narrower has no number in it
};

// What is drawn: a colour or pattern for each state, then one for no status.
enum { MEANINGS = STATUS_COUNT + 1 };

static int meaning_of(int row) {
    return row < STATUS_COUNT ? row : -1;
}

static int row_of(int meaning) {
    return meaning < 0 ? STATUS_COUNT : meaning;
}

static struct text words_of(const struct view_context *context, int meaning) {
    return meaning < 0 ? matrix_status_words(context, -1) : matrix_meaning_words(context, meaning);
}

// Two, or one where a plan's own words are too wide for that.
static int legend_columns(const struct view_context *context) {
    const int room = LEGEND_STEP - LEGEND_WORDS;
    for (int i = 0; i < MEANINGS; i++)
        if (text_picture_width(words_of(context, meaning_of(i)), LEGEND_SIZE) > room)
            return 1;
    return 2;
}

static int legend_height(const struct view_context *context) {
    int columns = legend_columns(context);
    return (MEANINGS + columns - 1) / columns * LEGEND_LINE + 8;
}

static size_t largest_area(const struct status_report *report) {
    size_t most = 1;
    for (size_t i = 0; i < report->plan->areas.count; i++) {
        size_t sum = status_count(report, &report->plan->areas.items[i]).sum;
        most = sum > most ? sum : most;
    }
    return most;
}

// "er-pagar" and its like, for the colours and patterns of the template.
static void put_kind(struct map_builder *map, int status, struct arena *arena) {
    for (int other = -1; other < STATUS_COUNT; other++)
        map_put(map, text_concat(arena, TEXT("er-"), matrix_status_class(other)),
                value_truth(other == status));
    map_put(map, TEXT("har-mønster"),
            value_truth(status == STATUS_WAITING || status == STATUS_DEFERRED));
    map_put(map, TEXT("lyse-tall"), value_truth(status == STATUS_DONE || status == STATUS_ONGOING));
}

static struct value part_value(const struct status_report *report, int status, size_t count,
                               size_t x, size_t width) {
    struct map_builder map = map_begin(report->context->arena);
    map_put(&map, TEXT("x"), value_number((int64_t)x));
    map_put(&map, TEXT("bredde"), value_number((int64_t)width));
    map_put(&map, TEXT("midt"), value_number((int64_t)(x + width / 2)));
    map_put(&map, TEXT("bunn"), value_number((int64_t)(x + width / 2) - 9));
    map_put(&map, TEXT("antall"), value_number((int64_t)count));
    map_put(&map, TEXT("viser-antall"), value_truth(width >= WORDS_FROM));
    put_kind(&map, status, report->context->arena);
    map_put(&map, TEXT("tekst"), value_text(words_of(report->context, status)));
    return map_end(&map);
}

static struct value bar_value(const struct status_report *report, size_t index, size_t most) {
    struct arena *arena = report->context->arena;
    const struct area *area = &report->plan->areas.items[index];
    const struct status_counts counts = status_count(report, area);
    struct value *parts = arena_alloc(arena, MEANINGS * sizeof *parts);
    size_t of[MEANINGS] = {0}, done = 0, count = 0;
    for (int i = 0; i <= counts.count; i++)
        of[row_of(matrix_status_meaning(report->context, matrix_counted_place(&counts, i)))] +=
            counts.of[i];
    for (int i = 0; i < MEANINGS; i++) {
        size_t from = done * BAR_WIDTH / most, to = (done + of[i]) * BAR_WIDTH / most;
        if (of[i] > 0)
            parts[count++] = part_value(report, meaning_of(i), of[i], NAME_WIDTH + from, to - from);
        done += of[i];
    }
    struct map_builder map = map_begin(arena);
    size_t y = (size_t)legend_height(report->context) + index * STEP;
    map_put(&map, TEXT("nr"), value_text(area->number.text));
    map_put(&map, TEXT("y"), value_number((int64_t)y));
    map_put(&map, TEXT("y-tekst"), value_number((int64_t)y + 17));
    map_put(&map, TEXT("y-bunn"), value_number((int64_t)y + 4));
    map_put(&map, TEXT("deler"), value_list(parts, count));
    return map_end(&map);
}

static struct value legend_value(const struct status_report *report) {
    struct arena *arena = report->context->arena;
    struct value *items = arena_alloc(arena, MEANINGS * sizeof *items);
    int columns = legend_columns(report->context);
    for (int i = 0; i < MEANINGS; i++) {
        struct map_builder map = map_begin(arena);
        int x = i % columns * LEGEND_STEP, y = i / columns * LEGEND_LINE;
        map_put(&map, TEXT("x"), value_number(x));
        map_put(&map, TEXT("x-tekst"), value_number(x + LEGEND_WORDS));
        map_put(&map, TEXT("y"), value_number(y));
        map_put(&map, TEXT("y-tekst"), value_number(y + 13));
        put_kind(&map, meaning_of(i), arena);
        map_put(&map, TEXT("tekst"), value_text(words_of(report->context, meaning_of(i))));
        items[i] = map_end(&map);
    }
    return value_list(items, MEANINGS);
}

void status_put_picture(const struct status_report *report, struct map_builder *map) {
    struct arena *arena = report->context->arena;
    size_t count = report->plan == NULL ? 0 : report->plan->areas.count;
    size_t most = count == 0 ? 1 : largest_area(report);
    struct value *bars = arena_alloc(arena, (count + 1) * sizeof *bars);
    for (size_t i = 0; i < count; i++)
        bars[i] = bar_value(report, i, most);
    struct map_builder picture = map_begin(arena);
    map_put(&picture, TEXT("bredde"), value_number(NAME_WIDTH + BAR_WIDTH + 2));
    map_put(&picture, TEXT("høyde"),
            value_number(legend_height(report->context) + (int64_t)(count * STEP)));
    map_put(&picture, TEXT("søylehøyde"), value_number(BAR_HEIGHT));
    map_put(&picture, TEXT("forklaring"), legend_value(report));
    map_put(&picture, TEXT("søyler"), value_list(bars, count));
    map_put(map, TEXT("figur"), map_end(&picture));
}
