// SPDX-License-Identifier: MIT
// What is reported in the end: rules have levels, and single places may be exempt.

#ifndef FELLESSKAP_CHECK_TREE_SETTLE_H
#define FELLESSKAP_CHECK_TREE_SETTLE_H

#include "model/tree/repository.h"

// Gives new diagnostics the severity that `chosen` or else .plan-check.yaml sets, removes those
// that are off or silenced by a comment at their place, and recounts the errors. The settings are
// read only when there is something to settle.
void check_settle(const struct repository *repository, const struct rule_levels *chosen);

// Reports what is wrong with those comments themselves, after everything has been checked and
// settled.
void check_ignores(const struct repository *repository);

#endif
