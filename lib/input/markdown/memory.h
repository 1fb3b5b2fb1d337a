// SPDX-License-Identifier: MIT
// Memory for cmark.

#ifndef FELLESSKAP_INPUT_MARKDOWN_MEMORY_H
#define FELLESSKAP_INPUT_MARKDOWN_MEMORY_H

#include "base/arena.h"

#include <cmark.h>

// An allocator for cmark, which would abort where memory runs out: the run leaves by
// out_of_memory() of `arena` instead, which is that of the last call in this thread. What is
// allocated is cmark's to free.
cmark_mem *markdown_memory(const struct arena *arena);

#endif
