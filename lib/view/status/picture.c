// SPDX-License-Identifier: MIT
// The areas as stacked bars. All lengths are user units of the picture, which is as wide as a
// phone: its words can be read there.

#include "view/status/status.h"

#include "view/plan/matrix.h"

enum {
    NAME_WIDTH = 32, // the area's number
    BAR_WIDTH = 288, // of the area that has most actions
    BAR_HEIGHT = 24,
    STEP = 32, // from one bar to the next
    LEGEND_HEIGHT = 104,
    LEGEND_STEP = 165, // from one word of the legend to the next
    LEGEND_COLUMNS = 2,
    WORDS_FROM = 16, // a part that is narrower has no number in it
};

static size_t sum_of(const size_t counts[STATUS_COUNTS]) {
    size_t sum = 0;
    for (size_t i = 0; i < STATUS_COUNTS; i++)
        sum += counts[i];
    return sum;
}

static size_t largest_area(const struct status_report *report) {
    size_t most = 1, counts[STATUS_COUNTS];
    for (size_t i = 0; i < report->plan->areas.count; i++) {
        status_count(report, &report->plan->areas.items[i], counts);
        most = sum_of(counts) > most ? sum_of(counts) : most;
    }
    return most;
}

// "er-pagar" and its like, for the colours and patterns of the template.
static void put_kind(struct map_builder *map, int status, struct arena *arena) {
    for (int i = 0; i < STATUS_COUNTS; i++) {
        int other = i < STATUS_COUNT ? i : -1;
        map_put(map, text_concat(arena, TEXT("er-"), matrix_status_class(other)),
                value_truth(other == status));
    }
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
    map_put(&map, TEXT("tekst"), value_text(matrix_status_words(report->context, status)));
    return map_end(&map);
}

static struct value bar_value(const struct status_report *report, size_t index, size_t most) {
    struct arena *arena = report->context->arena;
    const struct area *area = &report->plan->areas.items[index];
    struct value *parts = arena_alloc(arena, STATUS_COUNTS * sizeof *parts);
    size_t counts[STATUS_COUNTS], done = 0, count = 0;
    status_count(report, area, counts);
    for (int i = 0; i < STATUS_COUNTS; i++) {
        size_t from = done * BAR_WIDTH / most, to = (done + counts[i]) * BAR_WIDTH / most;
        if (counts[i] > 0)
            parts[count++] = part_value(report, i < STATUS_COUNT ? i : -1, counts[i],
                                        NAME_WIDTH + from, to - from);
        done += counts[i];
    }
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("nr"), value_text(area->number.text));
    map_put(&map, TEXT("y"), value_number((int64_t)(LEGEND_HEIGHT + index * STEP)));
    map_put(&map, TEXT("y-tekst"), value_number((int64_t)(LEGEND_HEIGHT + index * STEP + 17)));
    map_put(&map, TEXT("y-bunn"), value_number((int64_t)(LEGEND_HEIGHT + index * STEP + 4)));
    map_put(&map, TEXT("deler"), value_list(parts, count));
    return map_end(&map);
}

static struct value legend_value(const struct status_report *report) {
    struct arena *arena = report->context->arena;
    struct value *items = arena_alloc(arena, STATUS_COUNTS * sizeof *items);
    for (int i = 0; i < STATUS_COUNTS; i++) {
        struct map_builder map = map_begin(arena);
        int status = i < STATUS_COUNT ? i : -1, x = i % LEGEND_COLUMNS * LEGEND_STEP;
        map_put(&map, TEXT("x"), value_number(x));
        map_put(&map, TEXT("x-tekst"), value_number(x + 24));
        map_put(&map, TEXT("y"), value_number(i / LEGEND_COLUMNS * 24));
        map_put(&map, TEXT("y-tekst"), value_number(i / LEGEND_COLUMNS * 24 + 13));
        put_kind(&map, status, arena);
        map_put(&map, TEXT("tekst"), value_text(matrix_status_words(report->context, status)));
        items[i] = map_end(&map);
    }
    return value_list(items, STATUS_COUNTS);
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
    map_put(&picture, TEXT("høyde"), value_number((int64_t)(LEGEND_HEIGHT + count * STEP)));
    map_put(&picture, TEXT("søylehøyde"), value_number(BAR_HEIGHT));
    map_put(&picture, TEXT("forklaring"), legend_value(report));
    map_put(&picture, TEXT("søyler"), value_list(bars, count));
    map_put(map, TEXT("figur"), map_end(&picture));
}
