// SPDX-License-Identifier: MIT
// How the names in tags are found among values.

#ifndef FELLESSKAP_RENDER_TEMPLATE_NAMES_H
#define FELLESSKAP_RENDER_TEMPLATE_NAMES_H

#include "base/value.h"
#include "render/template/operation.h"

enum { TRAIT_WORDS = 8, TRAITS = 64 * TRAIT_WORDS };

// What a tag sees, from the innermost outwards. `traits` has a bit set for each member's name, so
// that a map without a name is skipped without looking at its members.
struct context {
    const struct context *outer;
    const struct value *value;
    uint64_t traits[TRAIT_WORDS];
};

// Between 0 and TRAITS.
unsigned name_trait(struct text name);

void context_enter(struct context *context, const struct context *outer, const struct value *value);

// The value that a name stands for, or NULL; `*missing` is then the index of the part that was not
// found, and `*inside` the value that lacks it, NULL for the contexts as a whole. A part of nothing
// is nothing.
const struct value *context_find(const struct context *context, struct tag_name *name,
                                 size_t *missing, const struct value **inside);

// The visible name nearest to `text`, or an empty text.
struct text context_nearest(const struct context *context, struct text text, struct arena *arena);

// The same among the members of a map.
struct text member_nearest(const struct value *map, struct text text, struct arena *arena);

#endif
