// SPDX-License-Identifier: MIT
// How one list of texts becomes another: the fewest removals and additions (Myers 1986).

#ifndef FELLESSKAP_BASE_DIFFERENCE_H
#define FELLESSKAP_BASE_DIFFERENCE_H

#include "base/text.h"

enum difference_kind { DIFFERENCE_SAME, DIFFERENCE_REMOVED, DIFFERENCE_ADDED };

struct difference {
    enum difference_kind kind;
    size_t index; // in the old list; for an addition, in the new one
};

struct differences {
    struct difference *items; // in order; removals before additions at the same place
    size_t count;
};

// With more changes than this, everything between the first and the last is removed and added as a
// whole, so that time and memory stay linear in the length of the lists.
enum { DIFFERENCE_MOST = 500 };

struct differences difference_find(const struct text *old, size_t old_count, const struct text *new,
                                   size_t new_count, struct arena *arena);

#endif
