// SPDX-License-Identifier: MIT
// A decision: what its section says, point by point. Whoever tells or checks decisions reads this.

#ifndef FELLESSKAP_MODEL_MEETING_POINTS_H
#define FELLESSKAP_MODEL_MEETING_POINTS_H

#include "base/index.h"
#include "base/prose.h"

struct point {
    struct text number;         // as a reader sees it: "3", "3a"; empty: about the whole
    const struct point *parent; // of a sub-point; NULL for a point
    bool has_sub_points;
    struct position at; // of its item, or of the first words about the whole
    // Its own words: of its item up to the first sub-point, and what comes before the next point.
    struct prose text;
};

// In the order of the section: what is before the first point is about the whole, then each point,
// its sub-points after it. All texts together are the section, each block once.
struct points {
    const struct point **items;
    size_t count;
    struct index by_number; // "3a" → struct point; of two with one number, the first
};

// The points of a section: the items of all its ordered lists that are not within another block.
// Sub-points are the items of the ordered lists that are directly in such an item. What is between
// and after them belongs to the point or sub-point before it. Owned by the arena.
struct points points_of(const struct prose *section, struct arena *arena);

// The first point with this number, or NULL.
const struct point *points_find(const struct points *points, struct text number);

#endif
