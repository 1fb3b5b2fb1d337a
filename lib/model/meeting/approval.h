// SPDX-License-Identifier: MIT
// Which case approves the minutes of a meeting: its paper, in a later meeting, names the meeting
// (`godkjenner`), and what came out of it says whether they are approved.

#ifndef FELLESSKAP_MODEL_MEETING_APPROVAL_H
#define FELLESSKAP_MODEL_MEETING_APPROVAL_H

#include "model/tree/repository.h"

struct approval {
    struct scalar number;  // "50/24"
    struct choice outcome; // that the case had
    struct text folder;    // of its meeting
    struct date date;      // likewise
};

// The first case that takes up the minutes of the meeting within a year and is not postponed, else
// the first that is, else NULL. A meeting that was cancelled takes up nothing.
const struct approval *approval_find(const struct repository *repository,
                                     const struct meeting *meeting);

// Whether a meeting in a folder of this name, with the committee's name at its end, may take them
// up: "2024-12-03-asu" those of 2024-10-29.
bool approval_may_be_in(const struct meeting *meeting, struct text folder, struct arena *arena);

#endif
