// SPDX-License-Identifier: MIT
// Where links in prose may lead.

#ifndef FELLESSKAP_INPUT_LINK_LINK_H
#define FELLESSKAP_INPUT_LINK_LINK_H

#include "base/text.h"

enum markdown_link {
    LINK_OWN,     // names a thing of the document tree
    LINK_OUTSIDE, // https, http, mailto
    LINK_WRONG,
};

// `*url` becomes the form that is kept: one of ours with its escapes decoded, in normal form C and
// with its scheme in lower case; any other as it is.
enum markdown_link markdown_link_kind(struct text *url, struct arena *arena);

// The schemes that name things of the document tree: tiltak, mål, sak, organ, tilskudd, person.
// Cuts "tiltak:1.2.1" in two; false when the scheme is none of them.
bool markdown_own_scheme(struct text url, struct text *scheme, struct text *target);

#endif
