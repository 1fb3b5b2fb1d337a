// SPDX-License-Identifier: MIT
// Follow-ups that are overdue, over all meetings: a deadline can be the day of another meeting.

#ifndef FELLESSKAP_CHECK_DECISIONS_FOLLOW_UPS_H
#define FELLESSKAP_CHECK_DECISIONS_FOLLOW_UPS_H

#include "model/tree/repository.h"

struct follow_ups {
    const struct repository *repository;
    const struct meeting **meetings;
    size_t count;
};

// Adds a meeting, whose papers were read with their bodies. Meetings come in the order of their
// folders.
void follow_ups_add(struct follow_ups *list, const struct meeting *meeting);

// Reports, where the day is known, what was decided and is overdue.
void follow_ups_check(const struct follow_ups *list);

#endif
