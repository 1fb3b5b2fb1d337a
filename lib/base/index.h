// SPDX-License-Identifier: MIT
// A look-up from texts to things: ids to what they name.

#ifndef FELLESSKAP_BASE_INDEX_H
#define FELLESSKAP_BASE_INDEX_H

#include "base/arena.h"
#include "base/text.h"

struct index_entry {
    struct text key;
    const void *thing;
};

struct index {
    struct arena *arena;
    struct index_entry *entries; // open addressing; an empty place has thing NULL
    size_t capacity;             // a power of two
    size_t count;
};

void index_init(struct index *index, struct arena *arena);

// Makes room for so many things at once; more may come.
void index_expect(struct index *index, size_t count);

// Adds `thing` (not NULL) under `key`, which must live as long as the index. Returns NULL, or the
// thing that already has the key: then nothing is added.
const void *index_add(struct index *index, struct text key, const void *thing);

// The thing of `key`, or NULL.
const void *index_find(const struct index *index, struct text key);

// The nearest key to `text`, for "did you mean"; an empty text when none is near. Walks over the
// whole index.
struct text index_nearest(const struct index *index, struct text text);

#endif
