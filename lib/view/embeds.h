// SPDX-License-Identifier: MIT
// Texts for formats and places that cannot show what is embedded in them.

#ifndef FELLESSKAP_VIEW_EMBEDS_H
#define FELLESSKAP_VIEW_EMBEDS_H

#include "view/context.h"

// What takes the place of an embedded thing.
typedef struct prose_node *embed_writer(const struct view_context *context,
                                        const struct prose_node *embed, struct arena *arena);

// The text with something else for each embed; itself where it has none.
struct prose view_write_embeds(const struct view_context *context, const struct prose *prose,
                               embed_writer *write, struct arena *arena);

struct prose_node *view_new_node(enum prose_kind kind, struct arena *arena);
struct prose_node *view_paragraph(struct text text, struct arena *arena);

// A paragraph with the words of the embed, which link to the thing.
struct prose_node *view_embed_link(const struct view_context *context,
                                   const struct prose_node *embed, struct arena *arena);

#endif
