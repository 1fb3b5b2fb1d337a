// SPDX-License-Identifier: MIT
// The cells of all tables as a text of their own, for their inlines.

#ifndef FELLESSKAP_INPUT_MARKDOWN_CELLS_H
#define FELLESSKAP_INPUT_MARKDOWN_CELLS_H

#include "input/markdown/table.h"

// Each cell as a heading, in their order. Link definitions that the cells may refer to are anywhere
// in the text: the rest of it comes after the headings if it has any. Owned by the arena.
struct text markdown_cells_text(const struct markdown_tables *tables, struct arena *arena);

// The lines of that text get the places of the cells in their file.
void markdown_cells_place(struct markdown_lines *lines, const struct markdown_tables *tables);

#endif
