// SPDX-License-Identifier: MIT
// Which points of a decision give somebody something to do, and whether anybody follows them up.

#ifndef FELLESSKAP_CHECK_DECISIONS_TASKS_H
#define FELLESSKAP_CHECK_DECISIONS_TASKS_H

#include "model/tree/repository.h"

// Reports each point and sub-point that asks for something, or sets a deadline, and has no
// follow-up. Within a point that does, a sub-point that names somebody or a day does so too. A
// point whose sub-points are followed up, or reported, needs no follow-up of its own; and none does
// where a follow-up names no point, for that is of all of them.
void check_tasks(const struct repository *repository, const struct case_paper *paper,
                 const struct points *points);

#endif
