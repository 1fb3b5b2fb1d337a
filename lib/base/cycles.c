// SPDX-License-Identifier: MIT

#include "base/cycles.h"

// A depth-first walk: the path from its start to where it is now.
struct walk {
    const struct graph *graph;
    size_t *way;
    size_t *edges; // that lead on from the things on the path
    size_t length;
    size_t *place; // of a thing on the path, from 1; 0: not yet met, SIZE_MAX: finished
};

static void enter(struct walk *walk, size_t thing) {
    walk->way[walk->length] = thing;
    walk->edges[walk->length] = walk->graph->first[thing] - 1;
    walk->place[thing] = ++walk->length;
}

static void leave(struct walk *walk) {
    walk->place[walk->way[--walk->length]] = SIZE_MAX;
}

void cycles_find(const struct graph *graph, struct arena *arena,
                 void (*found)(void *context, const struct cycle *cycle), void *context) {
    size_t bytes = (graph->count + 1) * sizeof(size_t);
    struct walk walk = {graph, arena_alloc(arena, bytes), arena_alloc(arena, bytes), 0,
                        arena_alloc(arena, bytes)};
    for (size_t start = 0; start < graph->count; start++) {
        if (walk.place[start] == 0)
            enter(&walk, start);
        while (walk.length > 0) {
            size_t *edge = &walk.edges[walk.length - 1];
            if (++*edge == graph->first[walk.way[walk.length - 1] + 1]) {
                leave(&walk);
                continue;
            }
            size_t target = graph->targets[*edge];
            if (walk.place[target] == 0) {
                enter(&walk, target);
            } else if (walk.place[target] != SIZE_MAX) {
                size_t from = walk.place[target] - 1;
                found(context,
                      &(struct cycle){walk.way + from, walk.edges + from, walk.length - from});
            }
        }
    }
}
