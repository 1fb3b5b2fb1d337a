// SPDX-License-Identifier: MIT
// One arena for each run: memory is handed out, and never freed piece by piece.

#ifndef FELLESSKAP_BASE_ARENA_H
#define FELLESSKAP_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

// Ends the run; the compiler relies on its not returning.
typedef void (*out_of_memory_handler)(void) __attribute__((noreturn));

struct arena {
    struct arena_block *newest;
    char *next;
    char *end;
    size_t size;               // of all blocks that are in use
    struct arena_block *spare; // one that is not, or NULL
    out_of_memory_handler out_of_memory;
};

// A place in an arena that can be returned to.
struct arena_savepoint {
    struct arena_block *block;
    char *next;
};

// Makes `arena` empty. `out_of_memory` is called when the system has no more memory.
void arena_init(struct arena *arena, out_of_memory_handler out_of_memory);

// `size` bytes set to zero, aligned for any type. Never NULL. Owned by the arena.
void *arena_alloc(struct arena *arena, size_t size);

// The same without zeroing: for buffers that are written before they are read.
void *arena_alloc_unset(struct arena *arena, size_t size);

// The last allocation may be made larger in place; otherwise it is copied. `old_size` bytes are
// kept, the others are not set.
void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size);

// Room for one more item in an array that holds `count` items of `item_size` bytes; returns the
// array, perhaps moved. That item is zero. The room doubles, so that appending n items costs O(n).
void *arena_append(struct arena *arena, void *items, size_t count, size_t item_size);

// A copy of `size` bytes, followed by a NUL that is not counted.
char *arena_copy(struct arena *arena, const void *data, size_t size);

// A release frees everything that was allocated after the savepoint.
struct arena_savepoint arena_save(const struct arena *arena);
void arena_release(struct arena *arena, struct arena_savepoint saved);

// Frees everything. After a reset some memory is kept for what is allocated next.
void arena_reset(struct arena *arena);
void arena_free(struct arena *arena);

#endif
