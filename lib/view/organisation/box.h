// SPDX-License-Identifier: MIT
// A box of the picture of the bodies: what is written in it, and how much room that needs.

#ifndef FELLESSKAP_VIEW_ORGANISATION_BOX_H
#define FELLESSKAP_VIEW_ORGANISATION_BOX_H

#include "model/organisation/structure.h"
#include "view/context.h"

struct chart_lines {
    const struct text *items;
    size_t count;
};

struct chart_box {
    const struct placed_body *placed;
    int x, y, width, height;
    struct chart_lines name;
    struct chart_lines small; // what is written smaller below the name
};

// Where the words of a box are, from its upper left corner.
enum { BOX_PADDING = 7, BOX_TOP = 5, BOX_NAME_LINE = 15, BOX_SMALL_LINE = 14, BOX_ASCENT = 12 };

// A box of this width. `tied`: a line leads to it from the body above; otherwise words say which
// that is.
struct chart_box chart_measure(const struct view_context *context,
                               const struct structure *structure, size_t place, int width,
                               bool tied);

#endif
