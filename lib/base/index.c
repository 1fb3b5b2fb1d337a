// SPDX-License-Identifier: MIT

#include "base/index.h"

#include <string.h>

enum { FIRST_CAPACITY = 16 };

void index_init(struct index *index, struct arena *arena) {
    *index = (struct index){.arena = arena};
}

// Eight bytes at a time; an odd factor loses nothing, and the shift brings its high bits down.
static uint64_t hash(struct text key) {
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15); // 2^64 over the golden ratio
    uint64_t sum = key.size, eight;
    for (; key.size >= sizeof eight; key = text_slice(key, sizeof eight, key.size)) {
        memcpy(&eight, key.data, sizeof eight);
        sum = (sum ^ eight) * factor;
        sum ^= sum >> 32;
    }
    for (size_t i = 0; i < key.size; i++)
        sum = (sum ^ (unsigned char)key.data[i]) * factor;
    return sum ^ (sum >> 29);
}

static struct index_entry *place_of(const struct index *index, struct text key) {
    size_t at = hash(key) & (index->capacity - 1);
    while (index->entries[at].thing != NULL && !text_equal(index->entries[at].key, key))
        at = (at + 1) & (index->capacity - 1);
    return &index->entries[at];
}

static void grow_to(struct index *index, size_t capacity) {
    struct index old = *index;
    index->capacity = capacity;
    index->entries = arena_alloc(index->arena, index->capacity * sizeof *index->entries);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.entries[i].thing != NULL)
            *place_of(index, old.entries[i].key) = old.entries[i];
}

static bool has_room(const struct index *index, size_t capacity, size_t count) {
    return 4 * (index->count + count) <= 3 * capacity;
}

void index_expect(struct index *index, size_t count) {
    size_t capacity = index->capacity == 0 ? FIRST_CAPACITY : index->capacity;
    while (!has_room(index, capacity, count))
        capacity *= 2;
    if (capacity > index->capacity)
        grow_to(index, capacity);
}

const void *index_add(struct index *index, struct text key, const void *thing) {
    index_expect(index, 1);
    struct index_entry *entry = place_of(index, key);
    if (entry->thing != NULL)
        return entry->thing;
    *entry = (struct index_entry){key, thing};
    index->count++;
    return NULL;
}

const void *index_find(const struct index *index, struct text key) {
    return index->capacity == 0 ? NULL : place_of(index, key)->thing;
}

// Nearer, or as near and earlier in the order of the keys: the answer must not depend on the hash.
static bool is_better(struct text candidate, struct text best, struct text text) {
    bool nearer = text_nearest(text, (struct text[]){best, candidate}, 2) == 1;
    bool as_near = text_nearest(text, (struct text[]){candidate, best}, 2) == 0;
    return best.size == 0 || nearer || (as_near && text_compare(candidate, best) < 0);
}

struct text index_nearest(const struct index *index, struct text text) {
    struct text best = TEXT("");
    for (size_t i = 0; i < index->capacity; i++) {
        struct text key = index->entries[i].key;
        if (index->entries[i].thing != NULL && text_nearest(text, &key, 1) == 0 &&
            is_better(key, best, text))
            best = key;
    }
    return best;
}
