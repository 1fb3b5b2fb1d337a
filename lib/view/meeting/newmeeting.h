// SPDX-License-Identifier: MIT
// The files of a new meeting: meeting.yaml, and a paper for each of its cases.

#ifndef FELLESSKAP_VIEW_MEETING_NEWMEETING_H
#define FELLESSKAP_VIEW_MEETING_NEWMEETING_H

#include "base/newfolder.h"
#include "model/meeting/newmeeting.h"
#include "view/labels.h"

struct new_meeting_files {
    struct new_file *items;
    size_t count;
    struct text_list to_remove; // from the queue, when the files have been written
    int end;                    // of the meeting, in minutes since midnight
};

struct new_meeting_files new_meeting_files(const struct repository *repository,
                                           const struct new_meeting *meeting,
                                           const struct labels *labels, enum language language);

#endif
