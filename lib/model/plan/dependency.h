// SPDX-License-Identifier: MIT
// What it means for an action that another comes first.

#ifndef FELLESSKAP_MODEL_PLAN_DEPENDENCY_H
#define FELLESSKAP_MODEL_PLAN_DEPENDENCY_H

#include "model/plan/plan.h"

enum dependency {
    DEPENDENCY_IN_TIME,
    DEPENDENCY_DROPPED,   // nobody works on what is waited for: its status is deferred or dropped
    DEPENDENCY_LATER,     // it begins in a later year than the last of what waits
    DEPENDENCY_UNFINISHED // its years are over on the day, and it is not done
};

// Of an action and one of those that it depends on. `today` with year 0 is not known. `*year`: when
// it begins, or the last of its years, for the last two.
enum dependency action_dependency(const struct action *waiting, const struct action *awaited,
                                  struct date today, int *year);

// The first and the last year in which an action is planned; false where it is in none.
bool action_planned_years(const struct action *action, int *first, int *last);

// Whether nobody works on it: its status is deferred or dropped.
bool action_is_dropped(const struct action *action);

#endif
