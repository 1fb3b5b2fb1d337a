// SPDX-License-Identifier: MIT
// The header of check/year/: the rules of what comes again every year.

#ifndef FELLESSKAP_CHECK_YEAR_RULES_H
#define FELLESSKAP_CHECK_YEAR_RULES_H

#include "model/tree/repository.h"

// plan/year.yaml, where the tree has it. A file whose syntax is broken is not checked.
void check_year(const struct repository *repository);

#endif
