// SPDX-License-Identifier: MIT
// Cycles among things that point at each other, of any length, in linear time.

#ifndef FELLESSKAP_BASE_CYCLES_H
#define FELLESSKAP_BASE_CYCLES_H

#include "base/arena.h"

#include <stdint.h>

// Things 0 to `count` - 1. Those that thing n points at are targets[first[n]] up to, and not with,
// targets[first[n + 1]].
struct graph {
    size_t count;
    const size_t *first;
    const size_t *targets;
};

// A way that ends where it begins: targets[edges[n]] is things[n + 1], and behind the last thing
// the first.
struct cycle {
    const size_t *things;
    const size_t *edges;
    size_t count;
};

// Finds cycles until each that is left goes along the last edge of one that has been found:
// `found` is called for each. It must not look at all things of every cycle, if it is to stay
// linear.
void cycles_find(const struct graph *graph, struct arena *arena,
                 void (*found)(void *context, const struct cycle *cycle), void *context);

#endif
