// SPDX-License-Identifier: MIT
// A picture of a register: shapes and words with their places, in user units. What a shape looks
// like is for the template to say.

#ifndef FELLESSKAP_VIEW_REGISTER_PICTURE_H
#define FELLESSKAP_VIEW_REGISTER_PICTURE_H

#include "base/value.h"

enum shape_kind {
    SHAPE_GRID,    // a thin line
    SHAPE_LIMIT,   // a dashed line: a target, a baseline
    SHAPE_WHOLE,   // a pale bar
    SHAPE_BAR,     // a dark bar
    SHAPE_DIAMOND, // a milestone, around a point
    SHAPE_STOP,    // a stop point, the same
    SHAPE_CURVE,   // a line through points
    SHAPE_DOT,     // a value
    SHAPE_WORDS,
    SHAPE_SMALL_WORDS,
    SHAPE_KIND_COUNT
};

struct picture_shape {
    enum shape_kind kind;
    int x, y, to_x, to_y; // of words: where they begin, on their line
    struct text text;     // words; of a curve "12,40 24,60"
};

struct register_picture {
    struct arena *arena;
    int width, height;
    struct text title;
    struct text description; // for those who do not see it
    struct picture_shape *shapes;
    size_t count;
};

// The widths of words of SHAPE_WORDS and SHAPE_SMALL_WORDS, for view/plan/width.h.
enum { PICTURE_WORDS = 130, PICTURE_SMALL_WORDS = 110 };

void picture_add(struct register_picture *picture, struct picture_shape shape);

// With `tittel`, `beskrivelse`, `bredde`, `høyde` and a list for each kind of shape; everything is
// `down` units further down. `number` makes the ids of the picture its own within a page.
struct value picture_value(const struct register_picture *picture, int down, size_t number);

#endif
