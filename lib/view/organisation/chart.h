// SPDX-License-Identifier: MIT
// The bodies as a picture: boxes with their ties, on sheets of A4 in landscape. The bodies at the
// top stand above each other as long as one has but one below it; those below the last of them
// stand in columns, by their levels, each with its own indented below it. What has nothing above or
// below it comes last. All lengths are pixels of CSS, 96 to the inch.

#ifndef FELLESSKAP_VIEW_ORGANISATION_CHART_H
#define FELLESSKAP_VIEW_ORGANISATION_CHART_H

#include "view/organisation/columns.h"

struct chart_tie {
    int x, y, to_x, to_y;
};

struct chart_sheet {
    struct chart_box *boxes;
    size_t box_count;
    struct chart_tie *ties;
    size_t tie_count;
    int height;
};

struct chart {
    struct chart_sheet *sheets;
    size_t count;
};

// Owned by the arena of the context. No sheet where there is no body.
struct chart chart_of(const struct view_context *context, const struct structure *structure);

#endif
