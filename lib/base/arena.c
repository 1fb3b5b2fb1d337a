// SPDX-License-Identifier: MIT

#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { LEAST_BLOCK = 64 * 1024, MOST_BLOCK = 4 * 1024 * 1024, ALIGNMENT = alignof(max_align_t) };

struct arena_block {
    struct arena_block *older;
    size_t size;
    alignas(max_align_t) char bytes[];
};

void arena_init(struct arena *arena, out_of_memory_handler out_of_memory) {
    *arena = (struct arena){.out_of_memory = out_of_memory};
}

// The more there is, the larger is what comes. Small allocations fit after a large one, and come
// and go there: the parts of a long list's items.
static struct arena_block *new_block(const struct arena *arena, size_t wanted) {
    size_t usual = arena->size < MOST_BLOCK / 8 ? LEAST_BLOCK : MOST_BLOCK;
    size_t size = wanted <= usual ? usual : wanted + LEAST_BLOCK;
    struct arena_block *block = malloc(sizeof *block + size);
    if (block == NULL)
        arena->out_of_memory();
    block->size = size;
    return block;
}

static void add_block(struct arena *arena, size_t wanted) {
    struct arena_block *block = arena->spare;
    if (block != NULL && block->size >= wanted)
        arena->spare = NULL;
    else
        block = new_block(arena, wanted);
    block->older = arena->newest;
    arena->newest = block;
    arena->size += block->size;
    arena->next = block->bytes;
    arena->end = block->bytes + block->size;
}

// Padding from the next free byte to one that is aligned for any type.
static size_t padding(const struct arena *arena) {
    return (size_t)(-(uintptr_t)arena->next & (ALIGNMENT - 1));
}

static char *take(struct arena *arena, size_t pad, size_t size) {
    if (arena->next == NULL || size + pad > (size_t)(arena->end - arena->next)) {
        add_block(arena, size);
        pad = 0;
    }
    char *memory = arena->next + pad;
    arena->next = memory + size;
    return memory;
}

void *arena_alloc_unset(struct arena *arena, size_t size) {
    if (size > SIZE_MAX / 2)
        arena->out_of_memory();
    return take(arena, padding(arena), size);
}

void *arena_alloc(struct arena *arena, size_t size) {
    return memset(arena_alloc_unset(arena, size), 0, size);
}

void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size) {
    bool is_last = old != NULL && (char *)old + old_size == arena->next;
    if (is_last && new_size >= old_size &&
        new_size - old_size <= (size_t)(arena->end - arena->next)) {
        arena->next += new_size - old_size;
        return old;
    }
    char *memory = arena_alloc_unset(arena, new_size);
    if (old != NULL)
        memcpy(memory, old, old_size);
    return memory;
}

void *arena_append(struct arena *arena, void *items, size_t count, size_t item_size) {
    if ((count & (count - 1)) == 0) { // the room is the next power of two
        size_t room = count == 0 ? 1 : 2 * count;
        if (room > SIZE_MAX / item_size)
            arena->out_of_memory();
        items = arena_grow(arena, items, count * item_size, room * item_size);
    }
    memset((char *)items + count * item_size, 0, item_size);
    return items;
}

char *arena_copy(struct arena *arena, const void *data, size_t size) {
    if (size > SIZE_MAX / 2)
        arena->out_of_memory();
    char *copy = take(arena, 0, size + 1); // bytes need no alignment
    if (size > 0)
        memcpy(copy, data, size);
    copy[size] = '\0';
    return copy;
}

struct arena_savepoint arena_save(const struct arena *arena) {
    return (struct arena_savepoint){arena->newest, arena->next};
}

// One is kept: what comes and goes at the end of a block takes it again and again.
static void drop_block(struct arena *arena, struct arena_block *block) {
    arena->size -= block->size;
    if (block->size > MOST_BLOCK || (arena->spare != NULL && arena->spare->size >= block->size)) {
        free(block);
        return;
    }
    free(arena->spare);
    arena->spare = block;
}

void arena_release(struct arena *arena, struct arena_savepoint saved) {
    while (arena->newest != saved.block) {
        struct arena_block *block = arena->newest;
        arena->newest = block->older;
        drop_block(arena, block);
    }
    arena->next = saved.next;
    arena->end = saved.block == NULL ? NULL : saved.block->bytes + saved.block->size;
}

void arena_reset(struct arena *arena) {
    arena_release(arena, (struct arena_savepoint){NULL, NULL});
}

void arena_free(struct arena *arena) {
    arena_reset(arena);
    free(arena->spare);
    arena->spare = NULL;
}
