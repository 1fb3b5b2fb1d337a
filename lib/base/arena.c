// SPDX-License-Identifier: MIT

#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024, ALIGNMENT = alignof(max_align_t) };

struct arena_block {
    struct arena_block *older;
    size_t size;
    alignas(max_align_t) char bytes[];
};

void arena_init(struct arena *arena, void (*out_of_memory)(void)) {
    *arena = (struct arena){.out_of_memory = out_of_memory};
}

static void add_block(struct arena *arena, size_t wanted) {
    size_t size = wanted > BLOCK_SIZE ? wanted : BLOCK_SIZE;
    if (size > SIZE_MAX - sizeof(struct arena_block))
        arena->out_of_memory();
    struct arena_block *block = malloc(sizeof *block + size);
    if (block == NULL)
        arena->out_of_memory();
    block->older = arena->newest;
    block->size = size;
    arena->newest = block;
    arena->next = block->bytes;
    arena->end = block->bytes + size;
}

static size_t aligned(size_t size) {
    return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

void *arena_alloc_unset(struct arena *arena, size_t size) {
    if (size > SIZE_MAX - ALIGNMENT)
        arena->out_of_memory();
    size = aligned(size);
    if (arena->next == NULL || size > (size_t)(arena->end - arena->next))
        add_block(arena, size);
    void *memory = arena->next;
    arena->next += size;
    return memory;
}

void *arena_alloc(struct arena *arena, size_t size) {
    return memset(arena_alloc_unset(arena, size), 0, size);
}

void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size) {
    char *end_of_old = old == NULL ? NULL : (char *)old + aligned(old_size);
    if (end_of_old != NULL && end_of_old == arena->next && new_size >= old_size &&
        aligned(new_size) - aligned(old_size) <= (size_t)(arena->end - arena->next)) {
        arena->next += aligned(new_size) - aligned(old_size);
        memset((char *)old + old_size, 0, new_size - old_size);
        return old;
    }
    char *memory = arena_alloc_unset(arena, new_size);
    if (old_size > 0)
        memcpy(memory, old, old_size);
    memset(memory + old_size, 0, new_size - old_size);
    return memory;
}

void *arena_append(struct arena *arena, void *items, size_t count, size_t item_size) {
    if ((count & (count - 1)) != 0)
        return items; // the room is the next power of two
    size_t room = count == 0 ? 1 : 2 * count;
    if (room > SIZE_MAX / item_size)
        arena->out_of_memory();
    return arena_grow(arena, items, count * item_size, room * item_size);
}

char *arena_copy(struct arena *arena, const void *data, size_t size) {
    char *copy = arena_alloc_unset(arena, size + 1);
    if (size > 0)
        memcpy(copy, data, size);
    copy[size] = '\0';
    return copy;
}

struct arena_mark arena_mark(const struct arena *arena) {
    return (struct arena_mark){arena->newest, arena->next};
}

void arena_release(struct arena *arena, struct arena_mark mark) {
    while (arena->newest != mark.block) {
        struct arena_block *block = arena->newest;
        arena->newest = block->older;
        free(block);
    }
    arena->next = mark.next;
    arena->end = mark.block == NULL ? NULL : mark.block->bytes + mark.block->size;
}

void arena_free(struct arena *arena) {
    arena_release(arena, (struct arena_mark){NULL, NULL});
}
