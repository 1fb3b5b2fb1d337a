// SPDX-License-Identifier: MIT

#include "view/register/picture.h"

void picture_add(struct register_picture *picture, struct picture_shape shape) {
    picture->shapes =
        arena_append(picture->arena, picture->shapes, picture->count, sizeof *picture->shapes);
    picture->shapes[picture->count++] = shape;
}

static const struct text kind_keys[SHAPE_KIND_COUNT] = {
    [SHAPE_GRID] = TEXT_OF("linjer"),       [SHAPE_LIMIT] = TEXT_OF("grenser"),
    [SHAPE_WHOLE] = TEXT_OF("rammer"),      [SHAPE_BAR] = TEXT_OF("søyler"),
    [SHAPE_DIAMOND] = TEXT_OF("milepæler"), [SHAPE_STOP] = TEXT_OF("stoppunkter"),
    [SHAPE_CURVE] = TEXT_OF("kurver"),      [SHAPE_DOT] = TEXT_OF("punkter"),
    [SHAPE_WORDS] = TEXT_OF("ord"),         [SHAPE_SMALL_WORDS] = TEXT_OF("småord"),
};

static struct value shape_value(const struct picture_shape *shape, struct arena *arena) {
    struct map_builder map = map_begin(arena);
    map_put(&map, TEXT("x"), value_number(shape->x));
    map_put(&map, TEXT("y"), value_number(shape->y));
    map_put(&map, TEXT("til-x"), value_number(shape->to_x));
    map_put(&map, TEXT("til-y"), value_number(shape->to_y));
    map_put(&map, TEXT("bredde"), value_number(shape->to_x - shape->x));
    map_put(&map, TEXT("høyde"), value_number(shape->to_y - shape->y));
    map_put(&map, TEXT("innhold"), value_text_or_none(shape->text));
    return map_end(&map);
}

static struct value shapes_value(const struct register_picture *picture, enum shape_kind kind) {
    struct arena *arena = picture->arena;
    struct value *items = arena_alloc(arena, picture->count * sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < picture->count; i++)
        if (picture->shapes[i].kind == kind)
            items[count++] = shape_value(&picture->shapes[i], arena);
    return value_list(items, count);
}

struct value picture_value(const struct register_picture *picture, int down, size_t number) {
    struct map_builder map = map_begin(picture->arena);
    map_put(&map, TEXT("nr"), value_number((int64_t)number));
    map_put(&map, TEXT("ned"), value_number(down));
    map_put(&map, TEXT("bredde"), value_number(picture->width));
    map_put(&map, TEXT("høyde"), value_number(picture->height));
    map_put(&map, TEXT("figurtittel"), value_text(picture->title));
    map_put(&map, TEXT("beskrivelse"), value_text(picture->description));
    for (enum shape_kind kind = 0; kind < SHAPE_KIND_COUNT; kind++)
        map_put(&map, kind_keys[kind], shapes_value(picture, kind));
    return map_end(&map);
}
