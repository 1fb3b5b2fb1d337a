// SPDX-License-Identifier: MIT

#include "base/value.h"

struct value value_prose(const struct prose *prose, const struct prose_links *links, int shift) {
    if (prose_is_empty(prose))
        return (struct value){.kind = VALUE_NONE};
    struct value value = {.kind = VALUE_PROSE};
    value.prose = prose;
    value.links = links;
    value.shift = shift;
    return value;
}

struct value value_list(const struct value *items, size_t count) {
    struct value value = {.kind = VALUE_LIST};
    value.list.count = count;
    value.list.context = items;
    return value;
}

struct value value_list_of_one(struct value item, struct arena *arena) {
    struct value *items = arena_alloc(arena, sizeof *items);
    *items = item;
    return value_list(items, 1);
}

struct value value_lazy_list(value_item *item, const void *context, size_t count) {
    struct value value = {.kind = VALUE_LIST};
    value.list.count = count;
    value.list.item = item;
    value.list.context = context;
    return value;
}

struct value value_list_item(const struct value *list, size_t index, struct arena *arena) {
    if (list->list.item != NULL)
        return list->list.item(list->list.context, index, arena);
    return ((const struct value *)list->list.context)[index];
}

const struct value *value_find(const struct value *map, struct text name) {
    for (size_t i = 0; i < map->map.count; i++)
        if (text_equal(map->map.members[i].name, name))
            return &map->map.members[i].value;
    return NULL;
}

struct map_builder map_begin(struct arena *arena) {
    return (struct map_builder){.arena = arena};
}

void map_put(struct map_builder *map, struct text name, struct value value) {
    map->members = arena_append(map->arena, map->members, map->count, sizeof *map->members);
    map->members[map->count++] = (struct member){name, value};
}

struct value map_end(const struct map_builder *map) {
    struct value value = {.kind = VALUE_MAP};
    value.map.count = map->count;
    value.map.members = map->members;
    return value;
}
