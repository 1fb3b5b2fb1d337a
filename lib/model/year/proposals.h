// SPDX-License-Identifier: MIT
// The days that plan/year.yaml proposes for meetings that nobody has put up yet.
//
// The days of a year that a body may meet on are those of its day of the week without public
// holidays, the week before Easter, July, and 20 December to 6 January. Those that a body above it
// in the file is to meet on are left to that body, as long as there are three times as many others
// as meetings. The days are cut into as many equal parts as there are meetings, and the middle of
// each is proposed: two of a body are never less than three weeks apart.

#ifndef FELLESSKAP_MODEL_YEAR_PROPOSALS_H
#define FELLESSKAP_MODEL_YEAR_PROPOSALS_H

#include "model/year/year.h"

struct proposed_meeting {
    const struct meeting_plan *plan;
    struct date day;
};

struct proposals {
    struct proposed_meeting *items; // in the order of the file, those of a body by day
    size_t count;
};

// All of a year.
struct proposals proposals_of(const struct year_wheel *wheel, int year, struct arena *arena);

// Those of a year that are after a day and that no meeting has taken: each meeting of a body, a
// cancelled one as well, takes the one that is nearest to it of those that are left.
struct proposals proposals_left(const struct year_wheel *wheel,
                                const struct meeting *const meetings[], size_t count, int year,
                                struct date after, struct arena *arena);

// The first that is left of a body after the day on which the file was gone through, in that year
// or a later one. False where there is none.
bool proposal_next(const struct year_wheel *wheel, const struct meeting *const meetings[],
                   size_t count, struct text committee, struct proposed_meeting *next,
                   struct arena *arena);

#endif
