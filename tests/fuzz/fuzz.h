// SPDX-License-Identifier: MIT
// What the fuzz targets share: a run's memory and files, and what must hold for any input.

#ifndef FELLESSKAP_TESTS_FUZZ_H
#define FELLESSKAP_TESTS_FUZZ_H

#include "base/prose.h"
#include "base/value.h"
#include "model/tree/repository.h"

#include <stdlib.h>

// Stops the run with what did not hold; libFuzzer keeps the input.
#define REQUIRE(condition)                                                                         \
    ((condition) ? (void)0 : fuzz_fail(#condition, __FILE__, __LINE__, TEXT("")))

// The same, and shows a text that tells why.
#define REQUIRE_OF(text, condition)                                                                \
    ((condition) ? (void)0 : fuzz_fail(#condition, __FILE__, __LINE__, (text)))

_Noreturn void fuzz_fail(const char *condition, const char *file, int line, struct text why);

// libFuzzer calls it for every input.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct fuzz {
    struct arena arena;
    struct diagnostics diagnostics;
    struct repository repository; // its sources alone before fuzz_open_tree()
    struct sources *sources;
    struct text input; // a copy that ends where memory does, so that one byte too far is seen
};

void fuzz_begin(struct fuzz *fuzz, const uint8_t *data, size_t size);

// Opens the document tree in the current folder, tests/trees/small: its sources are then those of
// the run, and an input may take the place of one of its files.
void fuzz_open_tree(struct fuzz *fuzz);

// Every place that was reported lies in its file, and the messages can be shown: as text, without
// anything that steers a terminal. Gives the memory back.
void fuzz_end(struct fuzz *fuzz);

// The place, which a node or a value has kept, lies in the file.
void fuzz_require_place(struct fuzz *fuzz, struct source *source, struct position at);

// The same for every node of a tree.
void fuzz_require_places(struct fuzz *fuzz, struct source *source, const struct prose_node *node);

// Emphasis, links and texts begin at their places with the character that they begin with.
void fuzz_require_beginnings(struct fuzz *fuzz, struct source *source,
                             const struct prose_node *node);

// The text is UTF-8, as everything that is written must be.
void fuzz_require_text(struct text text);

#endif
