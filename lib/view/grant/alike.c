// SPDX-License-Identifier: MIT

#include "view/grant/alike.h"

enum place { PLACE_GRANT, PLACE_ALLOCATION, PLACE_OTHER };

enum group { GROUP_DECIDED, GROUP_OTHER, GROUP_COUNT };

static const struct {
    enum place place;
    struct text name;
} decided[] = {
    {PLACE_GRANT, TEXT_OF("ramme")},
    {PLACE_GRANT, TEXT_OF("tildelt")},
    {PLACE_GRANT, TEXT_OF("rest")},
    {PLACE_ALLOCATION, TEXT_OF("beløp")},
};

static enum group group_of(enum place place, struct text name) {
    for (size_t i = 0; i < sizeof decided / sizeof *decided; i++)
        if (decided[i].place == place && text_equal(decided[i].name, name))
            return GROUP_DECIDED;
    return GROUP_OTHER;
}

static enum place place_in(enum place place, struct text name) {
    return place == PLACE_GRANT && text_is(name, "tildelinger") ? PLACE_ALLOCATION : PLACE_OTHER;
}

static const struct value *item_of(const struct value *list, size_t index) {
    return (const struct value *)list->list.context + index;
}

static size_t item_count(const struct value *value) {
    return value->kind == VALUE_LIST && value->list.item == NULL ? value->list.count : 0;
}

// Of the maps in the list, or of the map itself.
static void find_ore(const struct value *value, enum place place, bool *has_ore) {
    for (size_t i = 0; i < item_count(value); i++)
        find_ore(item_of(value, i), place, has_ore);
    for (size_t i = 0; value->kind == VALUE_MAP && i < value->map.count; i++) {
        const struct member *member = &value->map.members[i];
        if (member->value.kind == VALUE_AMOUNT)
            has_ore[group_of(place, member->name)] |= member->value.ore % 100 != 0;
        else
            find_ore(&member->value, place_in(place, member->name), has_ore);
    }
}

static struct value with_ore(const struct value *value, enum place place, const bool *has_ore,
                             struct arena *arena) {
    struct value copy = *value;
    if (item_count(value) > 0) {
        struct value *items = arena_alloc(arena, value->list.count * sizeof *items);
        for (size_t i = 0; i < value->list.count; i++)
            items[i] = with_ore(item_of(value, i), place, has_ore, arena);
        copy.list.context = items;
    }
    if (value->kind != VALUE_MAP)
        return copy;
    struct member *members = arena_alloc(arena, value->map.count * sizeof *members);
    for (size_t i = 0; i < value->map.count; i++) {
        const struct member *member = &value->map.members[i];
        members[i] = *member;
        if (member->value.kind == VALUE_AMOUNT)
            members[i].value.with_ore = has_ore[group_of(place, member->name)];
        else
            members[i].value =
                with_ore(&member->value, place_in(place, member->name), has_ore, arena);
    }
    copy.map.members = members;
    return copy;
}

struct value grant_amounts_alike(const struct value *grant, struct arena *arena) {
    bool has_ore[GROUP_COUNT] = {false};
    find_ore(grant, PLACE_GRANT, has_ore);
    return with_ore(grant, PLACE_GRANT, has_ore, arena);
}
