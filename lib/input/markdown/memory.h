// SPDX-License-Identifier: MIT
// Memory for cmark.

#ifndef FELLESSKAP_INPUT_MARKDOWN_MEMORY_H
#define FELLESSKAP_INPUT_MARKDOWN_MEMORY_H

#include "base/arena.h"

#include <cmark.h>

// An allocator for cmark, which aborts by itself when memory runs out: this one calls
// out_of_memory() of `arena` instead, that of the last call in this thread. cmark frees what it
// allocates.
cmark_mem *markdown_memory(const struct arena *arena);

#endif
