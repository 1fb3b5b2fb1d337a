// SPDX-License-Identifier: MIT
// Whether the actions and grants that a decision is about name its case.

#ifndef FELLESSKAP_CHECK_DECISIONS_SHOWN_H
#define FELLESSKAP_CHECK_DECISIONS_SHOWN_H

#include "model/tree/repository.h"

struct shown_decisions {
    const struct repository *repository;
    struct touched_plan *plans; // those that a decision is about
    struct touched **grants;    // in the order in which they first come up
    size_t grant_count;
    struct index grant_ids; // id → struct touched
};

// The plan and the grants have been read.
void shown_decisions_init(struct shown_decisions *shown, const struct repository *repository);

// Adds the decisions of a meeting, which was read with the bodies of its papers. What is exempt
// from publicity is left out: the plan and the grants are public.
void shown_decisions_add(struct shown_decisions *shown, const struct meeting *meeting);

// Reports the actions and grants that do not name the cases.
void shown_decisions_check(const struct shown_decisions *shown);

#endif
