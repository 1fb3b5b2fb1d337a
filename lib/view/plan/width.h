// SPDX-License-Identifier: MIT
// How wide words are in the picture of the plan.

#ifndef FELLESSKAP_VIEW_PLAN_WIDTH_H
#define FELLESSKAP_VIEW_PLAN_WIDTH_H

#include "base/text.h"

// The width of a text in the picture's units; `size` is that of its font, in tenths of a unit.
int text_picture_width(struct text text, int size);

// The text, cut to `room` units and with "…" at its end where it is wider: between words where one
// ends not far before. Owned by the arena, or `text` itself.
struct text text_cut_to_width(struct text text, int room, int size, struct arena *arena);

// How many bytes of the text a line of `room` units has: up to the last space that fits, that one
// included; where none does, as many characters as fit; at least one, all of them where they fit.
size_t text_line_size(struct text text, int room, int size);

#endif
