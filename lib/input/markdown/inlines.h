// SPDX-License-Identifier: MIT
// Where the inlines of a text are in its file. cmark counts them in the text that it puts together
// from the lines of a block: as if each line began at the column of the first, and without the line
// breaks that come after a backslash or within the address of a link.

#ifndef FELLESSKAP_INPUT_MARKDOWN_INLINES_H
#define FELLESSKAP_INPUT_MARKDOWN_INLINES_H

#include "input/markdown/lines.h"

// Notes the place of each inline of `document`, which was parsed from `lines`. Owned by the arena.
void markdown_inlines_place(struct markdown_lines *lines, cmark_node *document,
                            struct arena *arena);

// The place of a block, or of an inline that has been noted.
struct position markdown_place_of(struct markdown_lines *lines, cmark_node *node);

// The place of byte `offset` of the words that a text shows: an escape or an entity is longer in
// the file. To be asked in ascending order.
struct position markdown_place_in(struct markdown_lines *lines, cmark_node *text, struct text words,
                                  size_t offset);

#endif
