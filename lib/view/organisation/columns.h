// SPDX-License-Identifier: MIT
// The columns of a picture of bodies: what is below one of them, or what is alone, in a row from
// top to bottom, and how it is cut into columns that fit on a sheet.

#ifndef FELLESSKAP_VIEW_ORGANISATION_COLUMNS_H
#define FELLESSKAP_VIEW_ORGANISATION_COLUMNS_H

#include "view/organisation/box.h"

enum { CHART_COLUMNS = 6, COLUMN_GAP = 12, COLUMN_WIDTH = 157, COLUMN_STEP = 12, ROW_GAP = 8 };

enum { CHART_WIDTH = 1008, CHART_HIGHEST = 560 }; // of a sheet

struct chart_row {
    size_t depth;                  // below the first of its column
    size_t parent;                 // the row above it; STRUCTURE_TOP: what is above all of them
    bool begins_group;             // the first of its level
    struct chart_box tied, untied; // as it is with a line from above, and without
    int whole;                     // of a first one: the height with all that is below it
    size_t column;                 // where it is,
    int y;                         // how far down,
    bool is_tied;                  // and which of the two boxes is shown
};

struct chart_rows {
    struct chart_row *items;
    size_t count;
    bool have_top; // something is above them, on the sheet of the first columns
};

// All that is below a body, by the levels of those directly below it; STRUCTURE_TOP: the bodies
// that have nothing above or below them.
struct chart_rows chart_rows_below(const struct view_context *context,
                                   const struct structure *structure, size_t top);

// Cuts rows into columns that are no higher than `room`, those after the first sheet
// CHART_HIGHEST. True where one sheet has them all; then they are as even as can be. Otherwise they
// fill several sheets.
bool chart_cut(struct chart_rows *rows, int room);

// The height of the columns of a sheet.
int chart_columns_height(const struct chart_rows *rows, size_t sheet);

#endif
