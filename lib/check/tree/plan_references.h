// SPDX-License-Identifier: MIT
// References to plans, and to the actions and goals of plans.

#ifndef FELLESSKAP_CHECK_TREE_PLAN_REFERENCES_H
#define FELLESSKAP_CHECK_TREE_PLAN_REFERENCES_H

#include "check/tree/referrer.h"

// "1.2.1" or "2026/1.2.1". Reported where there is none, with the nearest, or with the plan that
// has it; where nobody knows which plan is meant; and where a paper is from after the number was
// given up.
void check_action(const struct referrer *referrer, struct scalar number);
void check_goal(const struct referrer *referrer, struct scalar number);

// The id of a plan; may be empty.
void check_plan_id(const struct referrer *referrer, struct scalar id);

#endif
