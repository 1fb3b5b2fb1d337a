// SPDX-License-Identifier: MIT
// Cycles among things that point at each other, of any length, in linear time.

#ifndef FELLESSKAP_BASE_CYCLES_H
#define FELLESSKAP_BASE_CYCLES_H

#include "base/arena.h"

#include <stdint.h>

// Things 0 to `count` - 1. Thing n points at targets[first[n]] up to, but not including,
// targets[first[n + 1]].
struct graph {
    size_t count;
    const size_t *first;
    const size_t *targets;
};

// A path that ends where it begins: targets[edges[n]] is things[n + 1]; after the last thing comes
// the first.
struct cycle {
    const size_t *things;
    const size_t *edges;
    size_t count;
};

// Calls `found` for each cycle it finds, until every cycle that is left uses the last edge of one
// that was found. The search is linear only if `found` does not visit every thing of every cycle.
void cycles_find(const struct graph *graph, struct arena *arena,
                 void (*found)(void *context, const struct cycle *cycle), void *context);

#endif
