// SPDX-License-Identifier: MIT
// The header of check/strategy/: the rules of a strategy. A file whose syntax is broken is not
// checked.

#ifndef FELLESSKAP_CHECK_STRATEGY_RULES_H
#define FELLESSKAP_CHECK_STRATEGY_RULES_H

#include "model/tree/repository.h"

// The strategy, where there is one: the areas and cases that it names, what it has twice, and
// groups of patients for which the plan has no goal, where any goal of it names a group.
void check_strategy(const struct repository *repository);

// The groups of patients that the goals of a plan name.
void check_patient_groups(const struct repository *repository, const struct plan *plan);

#endif
