// SPDX-License-Identifier: MIT
// The header of check/plan/: the rules of a plan. A file whose syntax is broken is not checked:
// what comes after the fault is not known.

#ifndef FELLESSKAP_CHECK_PLAN_RULES_H
#define FELLESSKAP_CHECK_PLAN_RULES_H

#include "model/tree/repository.h"

// A plan: its references, owners, years and running texts.
void check_plan(const struct repository *repository, const struct plan *plan);

// Actions that wait for each other in a cycle; part of check_plan().
void check_plan_cycles(const struct repository *repository, const struct plan *plan);

// What a colleague would ask about a plan that can be shown as it is: its numbering; references
// that are given on one side only, or lead to actions that nobody works on; repeated texts; status
// against progress and years, and against the day where one is given (-d).
void check_plan_numbers(const struct repository *repository, const struct plan *plan);
void check_plan_references(const struct repository *repository, const struct plan *plan);
void check_plan_texts(const struct repository *repository, const struct plan *plan);
void check_plan_status(const struct repository *repository, const struct plan *plan);

// The plans of a tree beside each other: ids that are used twice, days on which two plans of a body
// are in force, or none between them.
void check_plans(const struct repository *repository);

// Reports that nobody knows which plan is meant by now, where the tree has several.
void check_plan_is_known(const struct repository *repository);

#endif
