// SPDX-License-Identifier: MIT
// What a body has to do: its actions, its open decisions, the grants that it divides, and its
// meetings.

#ifndef FELLESSKAP_VIEW_ORGANISATION_WORK_H
#define FELLESSKAP_VIEW_ORGANISATION_WORK_H

#include "model/decisions/decisions.h"
#include "view/view.h"

// What has been read of the tree, for one body.
struct body_work {
    struct text body;
    const struct meeting *const *meetings; // as the public may see them
    size_t meeting_count;
    const struct decisions *decisions;
    struct date today; // year 0: no day, and nothing is overdue
};

// "tiltak", "åpne-vedtak", "tilskudd" and "møteliste" with their "har-…"; `work` NULL: none of
// them has anything.
void put_work(const struct view_context *context, struct map_builder *map,
              const struct body_work *work);

#endif
