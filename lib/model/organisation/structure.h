// SPDX-License-Identifier: MIT
// Which body is under which: the bodies as a tree, and what the national model calls them.

#ifndef FELLESSKAP_MODEL_ORGANISATION_STRUCTURE_H
#define FELLESSKAP_MODEL_ORGANISATION_STRUCTURE_H

#include "model/organisation/organisation.h"

// The bodies that every helsefellesskap has, by whatever name.
enum national_body {
    NATIONAL_NONE,
    NATIONAL_PARTNERSHIP,  // partnerskapsmøte
    NATIONAL_STRATEGIC,    // strategisk samarbeidsutvalg
    NATIONAL_PROFESSIONAL, // faglig samarbeidsutvalg
};

#define STRUCTURE_TOP ((size_t)-1)

struct placed_body {
    const struct body *body;
    size_t depth;    // 0: nothing is above it
    size_t parent;   // its place in the list; STRUCTURE_TOP: none
    size_t children; // how many are directly below it
    size_t size;     // of all that is below it, itself included
    enum national_body national;
};

// Each body before those below it, and these in the order of the file. Bodies that are under
// themselves, which organisation_read() reports, are left out.
struct structure {
    const struct placed_body *items;
    size_t count;
};

struct structure structure_of(const struct organisation *organisation, struct arena *arena);

#endif
