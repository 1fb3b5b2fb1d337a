// SPDX-License-Identifier: MIT

#include "input/markdown/memory.h"

#include <stdlib.h>

// cmark hands its allocator no context.
static _Thread_local out_of_memory_handler out_of_memory;

static void *allocate(size_t count, size_t size) {
    void *memory = calloc(count, size);
    if (memory == NULL)
        out_of_memory();
    return memory;
}

static void *allocate_again(void *old, size_t size) {
    void *memory = realloc(old, size);
    if (memory == NULL)
        out_of_memory();
    return memory;
}

cmark_mem *markdown_memory(const struct arena *arena) {
    static cmark_mem memory = {allocate, allocate_again, free};
    out_of_memory = arena->out_of_memory;
    return &memory;
}
