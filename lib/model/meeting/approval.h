// SPDX-License-Identifier: MIT
// Which case approves the minutes of a meeting: its paper, in a later meeting, names the meeting
// (`godkjenner`), and what came out of it says whether they are approved.

#ifndef FELLESSKAP_MODEL_MEETING_APPROVAL_H
#define FELLESSKAP_MODEL_MEETING_APPROVAL_H

#include "model/tree/repository.h"

struct approval {
    struct scalar number; // "50/24"
    struct choice outcome;
    struct text folder; // of its meeting
    struct date date;   // likewise
    struct scalar_list approves;
};

// The first case that takes up the minutes of the meeting within a year and is not postponed, else
// the first that is, else NULL. A meeting that was cancelled takes up nothing. Reads what stands
// in front of the papers of the committee's meetings in that year, until it is found.
const struct approval *approval_find(struct repository *repository, const struct meeting *meeting);

#endif
