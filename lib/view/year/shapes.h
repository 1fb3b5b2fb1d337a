// SPDX-License-Identifier: MIT
// What the wheel is drawn of; how each looks is for the template to say.

#ifndef FELLESSKAP_VIEW_YEAR_SHAPES_H
#define FELLESSKAP_VIEW_YEAR_SHAPES_H

#include "base/value.h"
#include "view/year/polar.h"

enum wheel_shape_kind {
    WHEEL_RING,   // a band around the centre: `size` is its outer radius
    WHEEL_LINE,   // between two months
    WHEEL_MONTH,  // its name, turned by `size` degrees
    WHEEL_LETTER, // of a ring
    WHEEL_MEETING,
    WHEEL_PROPOSAL,
    WHEEL_DUTY,
    WHEEL_PREPARATION,
    WHEEL_DEADLINE,
    WHEEL_REPORT,
    WHEEL_COUNT, // more entries than a month of a ring has room for
    WHEEL_WORDS, // of the legend; these begin at their point, others are around it
    WHEEL_SHAPE_KINDS
};

struct wheel_shape {
    enum wheel_shape_kind kind;
    struct spot at;
    struct spot to; // of a line
    int size;
    struct text words;
};

struct wheel_shapes {
    struct arena *arena;
    struct wheel_shape *items;
    size_t count;
};

void wheel_add(struct wheel_shapes *shapes, struct wheel_shape shape);

// Whether there is one of a kind.
bool wheel_has(const struct wheel_shapes *shapes, enum wheel_shape_kind kind);

// A list for each kind.
void wheel_put_shapes(const struct wheel_shapes *shapes, struct map_builder *map);

#endif
