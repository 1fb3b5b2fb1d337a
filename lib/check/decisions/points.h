// SPDX-License-Identifier: MIT
// Whether each point of a decision has a number of its own, by which follow-ups and votes mean it.

#ifndef FELLESSKAP_CHECK_DECISIONS_POINTS_H
#define FELLESSKAP_CHECK_DECISIONS_POINTS_H

#include "model/tree/repository.h"

// Reports, in the paper at `file`, two points with one number, sub-points before a, and points that
// are too long for the register.
void check_point_numbers(const struct repository *repository, struct text file,
                         const struct points *points);

#endif
