// SPDX-License-Identifier: MIT
// Examples in messages, taken from the document tree that is read.

#ifndef FELLESSKAP_INPUT_FILE_EXAMPLES_H
#define FELLESSKAP_INPUT_FILE_EXAMPLES_H

#include "base/text.h"

// What the examples are made of.
struct examples {
    struct text committee; // "ASU"
    int year;
};

// "2024-10-29" and "41/24" of its year.
struct text example_date(const struct examples *examples, struct arena *arena);
struct text example_case(const struct examples *examples, struct arena *arena);

#endif
