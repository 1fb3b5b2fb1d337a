// SPDX-License-Identifier: MIT
// What an action is called where there is no room for its text.

#ifndef FELLESSKAP_MODEL_PLAN_TITLE_H
#define FELLESSKAP_MODEL_PLAN_TITLE_H

#include "model/plan/plan.h"

// The `kort` of the action, or of its original; else the first clause of its text, which ends with
// "…" where it was cut, between words, to 60 characters. Owned by the arena or the plan.
struct text action_title(const struct action *action, struct arena *arena);

// `kort` alone; empty where there is none.
struct text action_short_title(const struct action *action);

#endif
