// SPDX-License-Identifier: MIT

#ifndef FELLESSKAP_CHECK_GRANT_BUDGET_H
#define FELLESSKAP_CHECK_GRANT_BUDGET_H

#include "model/grant/payments.h"
#include "model/tree/repository.h"

// The budgets of a grant: within what is allocated, and not exceeded by what is paid and committed
// in a year. `payments` may be NULL.
void check_budgets(const struct repository *repository, const struct grant *grant,
                   const struct payments *payments);

#endif
