// SPDX-License-Identifier: MIT

#include "model/meeting/points.h"

#include "base/numerals.h"

struct builder {
    struct arena *arena;
    const struct prose *section;
    struct points points;
    struct point *open;       // to which the next block belongs
    struct prose_node **tail; // of its text
};

static void open_point(struct builder *builder, struct text number, struct point *parent,
                       struct position at) {
    struct arena *arena = builder->arena;
    struct point *point = arena_alloc(arena, sizeof *point);
    struct prose_node *nothing = arena_alloc(arena, sizeof *nothing);
    *nothing = (struct prose_node){.kind = PROSE_PARAGRAPH, .at = at};
    *point = (struct point){.number = number, .parent = parent, .at = at};
    point->text = (struct prose){.at = at, .first = nothing, .end = nothing};
    if (parent != NULL)
        parent->has_sub_points = true;
    struct points *points = &builder->points;
    points->items = arena_append(arena, points->items, points->count, sizeof *points->items);
    points->items[points->count++] = point;
    if (number.size > 0)
        index_add(&points->by_number, number, point);
    builder->open = point;
    builder->tail = NULL;
}

// The block becomes part of another chain, so it is copied; what is in it is shared.
static void add_block(struct builder *builder, const struct prose_node *block) {
    if (builder->open == NULL)
        open_point(builder, TEXT(""), NULL, block->at);
    struct prose_node *copy = arena_alloc(builder->arena, sizeof *copy);
    *copy = *block;
    copy->next = NULL;
    if (builder->tail == NULL) {
        builder->open->text.first = copy;
        builder->open->text.end = NULL;
    } else {
        *builder->tail = copy;
    }
    builder->tail = &copy->next;
}

static void add_item(struct builder *builder, const struct prose_node *item, struct text number,
                     struct point *parent);

static void add_items(struct builder *builder, const struct prose_node *list,
                      struct point *parent) {
    struct arena *arena = builder->arena;
    int64_t number = list->number;
    for (const struct prose_node *item = list->first; item != NULL; item = item->next, number++)
        add_item(builder, item,
                 parent == NULL
                     ? text_format(arena, "%lld", (long long)number)
                     : text_concat(arena, parent->number, numeral_letters(number, arena)),
                 parent);
}

static void add_item(struct builder *builder, const struct prose_node *item, struct text number,
                     struct point *parent) {
    open_point(builder, number, parent, item->at);
    struct point *point = builder->open;
    for (const struct prose_node *block = item->first; block != NULL; block = block->next)
        if (parent == NULL && block->kind == PROSE_ORDERED_LIST)
            add_items(builder, block, point);
        else
            add_block(builder, block);
}

// A text without markup is one paragraph.
static void add_plain(struct builder *builder) {
    if (prose_is_empty(builder->section))
        return;
    open_point(builder, TEXT(""), NULL, builder->section->at);
    builder->open->text = *builder->section;
}

struct points points_of(const struct prose *section, struct arena *arena) {
    struct builder builder = {.arena = arena, .section = section};
    index_init(&builder.points.by_number, arena);
    if (section->first == NULL) {
        add_plain(&builder);
        return builder.points;
    }
    for (const struct prose_node *block = section->first; block != NULL && block != section->end;
         block = block->next)
        if (block->kind == PROSE_ORDERED_LIST)
            add_items(&builder, block, NULL);
        else
            add_block(&builder, block);
    return builder.points;
}

const struct point *points_find(const struct points *points, struct text number) {
    return number.size == 0 ? NULL : index_find(&points->by_number, number);
}
