// SPDX-License-Identifier: MIT
// Whose ring of the wheel an entry is in.

#ifndef FELLESSKAP_VIEW_YEAR_RINGS_H
#define FELLESSKAP_VIEW_YEAR_RINGS_H

#include "view/year/entries.h"

enum { MOST_RINGS = 9 };

// The bodies that have something to do, from the outer ring: those that the organisation has first.
// Of too many, those with the fewest entries share the last one, as those do who are in no body.
struct rings {
    struct text ids[MOST_RINGS]; // empty: the last one, that of all others
    size_t count;
    struct index people; // id of a person → the id of a body in which that person sits, a scalar
};

struct rings rings_of(const struct year_entries *entries);

// The rings of an entry, each once; how many.
size_t rings_of_entry(const struct year_entries *entries, const struct rings *rings,
                      const struct year_entry *entry, size_t places[MOST_RINGS]);

#endif
