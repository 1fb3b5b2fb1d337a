// SPDX-License-Identifier: MIT
// A name and a stacked bar for each allocation, all in one scale. All lengths are user units of the
// picture, which is as wide as a column of text.

#include "view/grant/picture.h"

#include "view/plan/width.h"

enum {
    WIDTH = 680,
    NAME_SIZE = 13, // of the type
    LEGEND_HEIGHT = 30,
    LEGEND_STEP = 130,
    LEGEND_TEXT = 24, // from the sign to its word
    BASELINE = 12,
    LINE_STEP = 16,
    BAR_Y = 1, // below the lines of the name
    STEP = 21, // from there to the next
};

enum part { PART_USED, PART_BOUND, PART_LEFT, PART_COUNT };

static const struct {
    struct text kind, label_key;
} parts[PART_COUNT] = {
    [PART_USED] = {TEXT_OF("er-brukt"), TEXT_OF("rapport-brukt")},
    [PART_BOUND] = {TEXT_OF("er-bundet"), TEXT_OF("bok-bundet")},
    [PART_LEFT] = {TEXT_OF("er-igjen"), TEXT_OF("bok-gjenstår")},
};

// What is drawn of an allocation, in øre: more than it has where too much is used, and nothing of
// what came back.
struct amounts {
    int64_t of[PART_COUNT];
};

static struct amounts amounts_of(const struct grant_money *money, size_t index) {
    const struct allocation *allocation = &money->grant->allocations.items[index];
    int64_t paid = money->payments->of[index].ore;
    int64_t bound = money->grant->is_past ? 0 : allocation->committed.ore;
    int64_t left = allocation_current(allocation) - paid - bound;
    struct amounts amounts = {{paid, bound, left}};
    for (int i = 0; i < PART_COUNT; i++)
        amounts.of[i] = amounts.of[i] > 0 ? amounts.of[i] : 0;
    return amounts;
}

static int64_t whole(struct amounts amounts) {
    return amounts.of[PART_USED] + amounts.of[PART_BOUND] + amounts.of[PART_LEFT];
}

static int64_t largest(const struct grant_money *money) {
    int64_t most = 0;
    for (size_t i = 0; i < money->grant->allocations.count; i++) {
        int64_t of_this = whole(amounts_of(money, i));
        most = of_this > most ? of_this : most;
    }
    return most;
}

static void put_kind(struct map_builder *map, enum part part) {
    for (int i = 0; i < PART_COUNT; i++)
        map_put(map, parts[i].kind, value_truth(i == (int)part));
}

static struct value legend(const struct grant_money *money, struct arena *arena) {
    struct value *items = arena_alloc(arena, PART_COUNT * sizeof *items);
    size_t count = 0;
    for (int i = 0; i < PART_COUNT; i++) {
        int64_t x = (int64_t)count * LEGEND_STEP;
        struct map_builder item = map_begin(arena);
        if (i == PART_BOUND && money->grant->is_past)
            continue;
        map_put(&item, TEXT("x"), value_number(x));
        map_put(&item, TEXT("x-tekst"), value_number(x + LEGEND_TEXT));
        map_put(&item, TEXT("tekst"),
                value_text(label(money->context->labels, parts[i].label_key)));
        put_kind(&item, (enum part)i);
        items[count++] = map_end(&item);
    }
    return value_list(items, count);
}

static int64_t place_of(int64_t amount, int64_t most) {
    const double width = WIDTH;
    return (int64_t)((double)amount / (double)most * width);
}

// Both ends are rounded alike, so that parts meet.
static struct value bar_parts(struct amounts amounts, int64_t most, struct arena *arena) {
    struct value *items = arena_alloc(arena, PART_COUNT * sizeof *items);
    size_t count = 0;
    int64_t before = 0;
    for (int i = 0; i < PART_COUNT; i++) {
        int64_t from = place_of(before, most);
        before += amounts.of[i];
        int64_t to = place_of(before, most);
        struct map_builder item = map_begin(arena);
        if (to == from)
            continue;
        map_put(&item, TEXT("x"), value_number(from));
        map_put(&item, TEXT("bredde"), value_number(to - from));
        put_kind(&item, (enum part)i);
        items[count++] = map_end(&item);
    }
    return value_list(items, count);
}

// A name is whole: it takes as many lines as it needs. `*y` is the top of the first, and then of
// what is below the last.
static struct value lines_of(struct text name, int64_t *y, struct arena *arena) {
    struct value *lines = NULL;
    size_t count = 0;
    for (size_t end; name.size > 0; name = text_slice(name, end, name.size)) {
        end = text_line_size(name, WIDTH, NAME_SIZE * 10);
        struct map_builder line = map_begin(arena);
        map_put(&line, TEXT("y"), value_number(*y + BASELINE));
        map_put(&line, TEXT("tekst"), value_text(text_slice(name, 0, end)));
        lines = arena_append(arena, lines, count, sizeof *lines);
        lines[count++] = map_end(&line);
        *y += LINE_STEP;
    }
    return value_list(lines, count);
}

static struct value bar(const struct grant_money *money, size_t index, int64_t most, int64_t *y,
                        struct arena *arena) {
    struct text name = text_format(arena, "%zu. %.*s", index + 1,
                                   TEXT_ARGS(money->grant->allocations.items[index].name.text));
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("linjer"), lines_of(name, y, arena));
    map_put(&map, TEXT("y"), value_number(*y + BAR_Y));
    map_put(&map, TEXT("deler"), bar_parts(amounts_of(money, index), most, arena));
    *y += STEP;
    return map_end(&map);
}

void grant_put_picture(const struct grant_money *money, struct map_builder *map,
                       struct arena *arena) {
    size_t count = money->grant->allocations.count;
    int64_t most = money->payments == NULL ? 0 : largest(money);
    map_put(map, TEXT("har-figur"), value_truth(most > 0));
    if (most == 0) {
        map_put(map, TEXT("figur"), (struct value){.kind = VALUE_NONE});
        return;
    }
    struct value *bars = arena_alloc(arena, count * sizeof *bars);
    int64_t y = LEGEND_HEIGHT;
    for (size_t i = 0; i < count; i++)
        bars[i] = bar(money, i, most, &y, arena);
    struct map_builder picture = map_begin(arena);
    map_put(&picture, TEXT("bredde"), value_number(WIDTH + 2));
    map_put(&picture, TEXT("høyde"), value_number(y));
    map_put(&picture, TEXT("forklaring"), legend(money, arena));
    map_put(&picture, TEXT("søyler"), value_list(bars, count));
    map_put(map, TEXT("figur"), map_end(&picture));
}
