// SPDX-License-Identifier: MIT
// What is reported in the end: rules have levels, and single places may be exempt.

#ifndef FELLESSKAP_CHECK_TREE_SETTLE_H
#define FELLESSKAP_CHECK_TREE_SETTLE_H

#include "model/tree/repository.h"

// Gives what is new among the diagnostics the severity that `chosen` or else .plan-check.yaml sets,
// takes out what is off and what a comment at its place silences, and counts the errors anew. Reads
// the settings only where there is something to settle: what they do not say themselves costs
// nothing.
void check_settle(const struct repository *repository, const struct rule_levels *chosen);

// Reports what is wrong with those comments themselves, after everything has been checked and
// settled.
void check_ignores(const struct repository *repository);

#endif
