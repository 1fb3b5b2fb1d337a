// SPDX-License-Identifier: MIT

#include "render/template/names.h"

#include <string.h>

unsigned name_trait(struct text name) {
    if (name.size == 0)
        return 0;
    unsigned char first = (unsigned char)name.data[0];
    unsigned char middle = (unsigned char)name.data[name.size / 2];
    unsigned char last = (unsigned char)name.data[name.size - 1];
    return ((unsigned)name.size * 41u + first * 5u + middle * 23u + last * 11u) % TRAITS;
}

void context_enter(struct context *context, const struct context *outer,
                   const struct value *value) {
    *context = (struct context){.outer = outer, .value = value};
    if (value->kind != VALUE_MAP)
        return;
    for (size_t i = 0; i < value->map.count; i++) {
        unsigned trait = name_trait(value->map.members[i].name);
        context->traits[trait / 64] |= UINT64_C(1) << trait % 64;
    }
}

static bool has_name(const struct member *member, struct text name) {
    return member->name.size == name.size &&
           (member->name.data == name.data || memcmp(member->name.data, name.data, name.size) == 0);
}

// Rows are alike: a member is mostly where it was last time.
static const struct value *find_member(const struct value *map, struct name_part *part) {
    const struct member *members = map->map.members;
    if (part->found_at < map->map.count && has_name(&members[part->found_at], part->text))
        return &members[part->found_at].value;
    for (size_t i = 0; i < map->map.count; i++)
        if (has_name(&members[i], part->text)) {
            part->found_at = i;
            return &members[i].value;
        }
    return NULL;
}

static const struct value *find_first(const struct context *context, struct name_part *part) {
    for (; context != NULL; context = context->outer) {
        if ((context->traits[part->trait / 64] >> part->trait % 64 & 1) == 0)
            continue;
        const struct value *found = find_member(context->value, part);
        if (found != NULL)
            return found;
    }
    return NULL;
}

const struct value *context_find(const struct context *context, struct tag_name *name,
                                 size_t *missing, const struct value **inside) {
    *missing = 0;
    *inside = NULL;
    if (name->count == 0)
        return context->value;
    const struct value *value = find_first(context, &name->parts[0]);
    for (size_t i = 1; value != NULL && i < name->count; i++) {
        if (value->kind == VALUE_NONE)
            return value;
        *missing = i;
        *inside = value;
        value = value->kind == VALUE_MAP ? find_member(value, &name->parts[i]) : NULL;
    }
    return value;
}

struct names {
    struct text *items;
    size_t count;
};

static void add_names(struct names *names, const struct value *map, struct arena *arena) {
    for (size_t i = 0; map->kind == VALUE_MAP && i < map->map.count; i++) {
        names->items = arena_append(arena, names->items, names->count, sizeof *names->items);
        names->items[names->count++] = map->map.members[i].name;
    }
}

static struct text nearest(const struct names *names, struct text text) {
    size_t index = text_nearest(text, names->items, names->count);
    return index < names->count ? names->items[index] : TEXT("");
}

struct text context_nearest(const struct context *context, struct text text, struct arena *arena) {
    struct names names = {NULL, 0};
    for (; context != NULL; context = context->outer)
        add_names(&names, context->value, arena);
    return nearest(&names, text);
}

struct text member_nearest(const struct value *map, struct text text, struct arena *arena) {
    struct names names = {NULL, 0};
    add_names(&names, map, arena);
    return nearest(&names, text);
}
