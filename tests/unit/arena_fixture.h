// SPDX-License-Identifier: MIT
// An arena for a test, made before it and given back after it.

#ifndef FELLESSKAP_TESTS_UNIT_ARENA_FIXTURE_H
#define FELLESSKAP_TESTS_UNIT_ARENA_FIXTURE_H

#include "base/arena.h"

#include <stdlib.h>

static struct arena arena;

static int start(void **state) {
    (void)state;
    arena_init(&arena, abort);
    return 0;
}

static int finish(void **state) {
    (void)state;
    arena_free(&arena);
    return 0;
}

#endif
