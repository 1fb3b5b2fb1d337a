// SPDX-License-Identifier: MIT
// Single documents, named by their addresses: "2024-10-29-asu/packet.pdf" is a file,
// "2024-10-29-asu/packet" a document in all formats, "2024-10-29-asu" all of a meeting;
// "members/2024-10-29-asu" is for the members.

#ifndef FELLESSKAP_DOCUMENT_BUILD_SINGLE_H
#define FELLESSKAP_DOCUMENT_BUILD_SINGLE_H

#include "document/build/build.h"

struct names {
    char **items;
    size_t count;
};

// Those of an inventory that the names are of; `*unknown` is a name that is of none, or NULL.
struct inventory single_select(const struct inventory *inventory, struct names names,
                               struct arena *arena, const char **unknown);

// Whether a name asks for a format, "pdf".
bool single_needs(struct names names, const char *format);

// Moves what was asked for from the site, which is a temporary one, to the folder `target`.
// `*missing` is a name of which nothing was made, or NULL. False with build->fault.
bool single_move(struct build *build, struct names names, struct text target, const char **missing);

#endif
