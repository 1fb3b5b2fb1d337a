// SPDX-License-Identifier: MIT

#include "view/year/shapes.h"

static const struct text kind_keys[WHEEL_SHAPE_KINDS] = {
    [WHEEL_RING] = TEXT_OF("ringer"),         [WHEEL_LINE] = TEXT_OF("linjer"),
    [WHEEL_MONTH] = TEXT_OF("måneder"),       [WHEEL_LETTER] = TEXT_OF("bokstaver"),
    [WHEEL_MEETING] = TEXT_OF("møter"),       [WHEEL_PROPOSAL] = TEXT_OF("forslag"),
    [WHEEL_DUTY] = TEXT_OF("oppgaver"),       [WHEEL_PREPARATION] = TEXT_OF("forberedelser"),
    [WHEEL_DEADLINE] = TEXT_OF("frister"),    [WHEEL_REPORT] = TEXT_OF("rapporter"),
    [WHEEL_COUNT] = TEXT_OF("antall-merker"), [WHEEL_WORDS] = TEXT_OF("ord"),
};

void wheel_add(struct wheel_shapes *shapes, struct wheel_shape shape) {
    shapes->items =
        arena_append(shapes->arena, shapes->items, shapes->count, sizeof *shapes->items);
    shapes->items[shapes->count++] = shape;
}

bool wheel_has(const struct wheel_shapes *shapes, enum wheel_shape_kind kind) {
    for (size_t i = 0; i < shapes->count; i++)
        if (shapes->items[i].kind == kind)
            return true;
    return false;
}

// Words that are around a point have their line a little below it.
static struct value shape_value(const struct wheel_shape *shape, size_t place,
                                struct arena *arena) {
    enum { HALF_A_CAPITAL = 43 };
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("x"), value_number(shape->at.x));
    map_put(&map, TEXT("y"), value_number(shape->at.y));
    map_put(&map, TEXT("linje-y"), value_number(shape->at.y + HALF_A_CAPITAL));
    map_put(&map, TEXT("til-x"), value_number(shape->to.x));
    map_put(&map, TEXT("til-y"), value_number(shape->to.y));
    map_put(&map, TEXT("mål"), value_number(shape->size));
    map_put(&map, TEXT("er-annenhver"), value_truth(place % 2 == 1));
    map_put(&map, TEXT("innhold"), value_text_or_none(shape->words));
    return map_end(&map);
}

static struct value shapes_value(const struct wheel_shapes *shapes, enum wheel_shape_kind kind) {
    struct value *items = arena_alloc(shapes->arena, shapes->count * sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < shapes->count; i++)
        if (shapes->items[i].kind == kind) {
            items[count] = shape_value(&shapes->items[i], count, shapes->arena);
            count++;
        }
    return value_list(items, count);
}

void wheel_put_shapes(const struct wheel_shapes *shapes, struct map_builder *map) {
    for (enum wheel_shape_kind kind = 0; kind < WHEEL_SHAPE_KINDS; kind++)
        map_put(map, kind_keys[kind], shapes_value(shapes, kind));
}
