// SPDX-License-Identifier: MIT
// What only one meeting may have: its number, and the minutes that it approves. Two branches that
// each call a meeting take the same, and git merges them without a word.

#ifndef FELLESSKAP_CHECK_MEETING_NUMBERS_H
#define FELLESSKAP_CHECK_MEETING_NUMBERS_H

#include "model/tree/repository.h"

struct meeting_numbers {
    const struct repository *repository;
    struct index numbers;   // "ASU 2/25" → struct meeting
    struct index approvals; // "2024-10-29-asu" → struct case_paper
};

void meeting_numbers_init(struct meeting_numbers *numbers, const struct repository *repository);

// Reports (meeting-number) what an earlier meeting has already. Meetings that are cancelled, and
// cases that were not decided, take nothing.
void meeting_numbers_add(struct meeting_numbers *numbers, const struct meeting *meeting);

#endif
