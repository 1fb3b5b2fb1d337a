// SPDX-License-Identifier: MIT
// Numbers of points as they are printed.

#ifndef FELLESSKAP_BASE_NUMERALS_H
#define FELLESSKAP_BASE_NUMERALS_H

#include "base/arena.h"
#include "base/text.h"

// In letters: a to z, then aa. Below 1, in figures. Owned by the arena.
struct text numeral_letters(int64_t number, struct arena *arena);

// The number of an item with `depth` numbered lists around its own: in figures, in one of them in
// letters, deeper in small Roman numerals, which end at 3999: then in figures. Owned by the arena.
struct text numeral_of_item(int64_t number, int depth, struct arena *arena);

#endif
