// SPDX-License-Identifier: MIT
// The header of check/year/: the rules of what comes again every year, and of the days of
// anything else.

#ifndef FELLESSKAP_CHECK_YEAR_RULES_H
#define FELLESSKAP_CHECK_YEAR_RULES_H

#include "model/tree/repository.h"

// plan/year.yaml, where the tree has it. A file whose syntax is broken is not checked.
void check_year(const struct repository *repository);

// Meetings on public holidays, and deadlines on them or in weekends, as long as nobody has decided
// on them: a meeting that is to be held, what is proposed in one that has not been called, actions
// that are not done, reports on grants that are not decided.
void check_days_off(const struct repository *repository);

#endif
