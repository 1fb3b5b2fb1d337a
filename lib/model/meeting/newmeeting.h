// SPDX-License-Identifier: MIT
// What a new meeting begins with: its number and the first free case number, the minutes that wait
// to be approved, the cases that were postponed, and those in the queue.

#ifndef FELLESSKAP_MODEL_MEETING_NEWMEETING_H
#define FELLESSKAP_MODEL_MEETING_NEWMEETING_H

#include "model/meeting/queue.h"
#include "model/tree/repository.h"

// A case that was postponed and that no other has taken up.
struct postponed_case {
    const struct meeting *meeting;
    const struct case_paper *paper;
    int minutes; // that it had
};

struct new_meeting {
    struct text committee;
    struct date date;
    bool has_number;              // meetings of the committee have numbers
    struct case_form number_form; // how they are written
    int number;                   // of the meeting in its year
    struct case_form case_form;   // how case numbers are written
    int first_case;               // the first free number
    const struct meeting *model;  // whose time, place and people it takes over; or NULL
    struct clock_span time;       // when it is to be, whatever the model's is; at.line 0: not given
    const struct meeting **unapproved;
    size_t unapproved_count;
    struct postponed_case *postponed;
    size_t postponed_count;
    struct queue queue; // of this committee
};

// Reads the committee's meetings and the queue. `model` is the meeting to be like, or NULL: then
// the last one before the day. Faults of what is read are reported.
struct new_meeting new_meeting_find(const struct repository *repository, struct text committee,
                                    struct date date, const struct meeting *model);

#endif
