// SPDX-License-Identifier: MIT

#include "model/organisation/structure.h"

#define NONE STRUCTURE_TOP

// Bodies by their places in the file.
struct links {
    size_t parent;
    size_t first_child;
    size_t last_child;
    size_t next; // with the same parent
};

static size_t place_of(const struct organisation *organisation, struct text id) {
    const struct body *body = index_find(&organisation->body_ids, id);
    return body == NULL ? NONE : (size_t)(body - organisation->bodies.items);
}

// The links of an item beyond the last are those of the top.
static const struct links *links_of(const struct organisation *organisation, struct arena *arena) {
    size_t count = organisation->bodies.count;
    struct links *links = arena_alloc(arena, (count + 1) * sizeof *links);
    for (size_t i = 0; i <= count; i++)
        links[i] = (struct links){NONE, NONE, NONE, NONE};
    for (size_t i = 0; i < count; i++) {
        links[i].parent = place_of(organisation, organisation->bodies.items[i].under.text);
        struct links *parent = &links[links[i].parent == NONE ? count : links[i].parent];
        if (parent->last_child == NONE)
            parent->first_child = i;
        else
            links[parent->last_child].next = i;
        parent->last_child = i;
    }
    return links;
}

static enum national_body national_level(const struct body *body) {
    static const enum national_body national[LEVEL_COUNT] = {
        [LEVEL_POLITICAL] = NATIONAL_PARTNERSHIP,     [LEVEL_PARTNERSHIP] = NATIONAL_PARTNERSHIP,
        [LEVEL_ADMINISTRATIVE] = NATIONAL_STRATEGIC,  [LEVEL_STRATEGIC] = NATIONAL_STRATEGIC,
        [LEVEL_PROFESSIONAL] = NATIONAL_PROFESSIONAL,
    };
    bool is_known = body->level.at.line > 0 && body->level.index >= 0;
    return is_known ? national[body->level.index] : NATIONAL_NONE;
}

// A committee of a body of the model is none itself, nor is a name for several.
static enum national_body national_body_of(const struct organisation *organisation,
                                           const struct body *body) {
    const struct body *above = index_find(&organisation->body_ids, body->under.text);
    enum national_body national = national_level(body);
    bool is_part = above != NULL && national_level(above) == national;
    return is_part || body->members.count > 0 ? NATIONAL_NONE : national;
}

struct structure structure_of(const struct organisation *organisation, struct arena *arena) {
    size_t count = organisation->bodies.count, placed = 0, depth = 0;
    const struct links *links = links_of(organisation, arena);
    struct placed_body *items = arena_alloc(arena, (count + 1) * sizeof *items);
    size_t *places = arena_alloc(arena, (count + 1) * sizeof *places); // in the list
    size_t at = links[count].first_child;
    while (at != NONE) {
        const struct body *body = &organisation->bodies.items[at];
        size_t parent = links[at].parent == NONE ? NONE : places[links[at].parent];
        places[at] = placed;
        items[placed++] =
            (struct placed_body){body, depth, parent, 0, 1, national_body_of(organisation, body)};
        if (parent != NONE)
            items[parent].children++;
        if (links[at].first_child != NONE) {
            at = links[at].first_child;
            depth++;
            continue;
        }
        while (links[at].next == NONE && links[at].parent != NONE) {
            at = links[at].parent;
            depth--;
        }
        at = links[at].next;
    }
    for (size_t i = placed; i > 0; i--)
        if (items[i - 1].parent != NONE)
            items[items[i - 1].parent].size += items[i - 1].size;
    return (struct structure){items, placed};
}
