// SPDX-License-Identifier: MIT
// The numbers of cases, over all meetings: a committee counts its cases, and writes their numbers
// in one way.

#ifndef FELLESSKAP_CHECK_MEETING_CASE_NUMBERS_H
#define FELLESSKAP_CHECK_MEETING_CASE_NUMBERS_H

#include "model/meeting/usualform.h"
#include "model/tree/repository.h"

// A case on an agenda.
struct numbered_case {
    struct text committee;
    struct case_number number;
    struct case_form form; // of the committee and the series
    struct scalar written;
    struct text file; // the meeting's
    struct date date; // likewise
    bool has_paper;
    bool is_cancelled; // with its meeting: then another has it
    bool is_again;     // another meeting has had it
    size_t order;      // of the case on all agendas
};

struct case_numbers {
    const struct repository *repository;
    struct numbered_case *items;
    size_t count;
    struct index forms;  // committee → struct usual_forms
    struct index turned; // committees of which it has been told that the year may come first
};

void case_numbers_init(struct case_numbers *numbers, const struct repository *repository);

// Adds the cases of a meeting.
void case_numbers_add(struct case_numbers *numbers, const struct meeting *meeting);

// Reports numbers that are written otherwise than the others, of another year, that do not rise,
// and gaps.
void case_numbers_check(struct case_numbers *numbers);

#endif
