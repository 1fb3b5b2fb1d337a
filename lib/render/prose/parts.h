// SPDX-License-Identifier: MIT
// What the formats of prose have in common.

#ifndef FELLESSKAP_RENDER_PROSE_PARTS_H
#define FELLESSKAP_RENDER_PROSE_PARTS_H

#include "render/prose/prose.h"

// The address of a link in this document; empty where only its words are shown.
struct text prose_link_address(const struct prose_output *output, const struct prose_node *link);

// The partial that shows an embedded thing, and what it shows; empty where only its words are
// shown.
struct text prose_embed_partial(const struct prose_output *output, const struct prose_node *embed,
                                struct value *value);

#endif
