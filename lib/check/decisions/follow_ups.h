// SPDX-License-Identifier: MIT
// Who has to follow up what was decided, and has let the day pass: over all meetings, for a
// deadline can be the day of another.

#ifndef FELLESSKAP_CHECK_DECISIONS_FOLLOW_UPS_H
#define FELLESSKAP_CHECK_DECISIONS_FOLLOW_UPS_H

#include "model/tree/repository.h"

struct follow_ups {
    const struct repository *repository;
    const struct meeting **meetings;
    size_t count;
};

// One meeting more, in the order of their folders; its papers were read with their bodies.
void follow_ups_add(struct follow_ups *list, const struct meeting *meeting);

// Reports, where the day is known, what was decided and is overdue.
void follow_ups_check(const struct follow_ups *list);

#endif
