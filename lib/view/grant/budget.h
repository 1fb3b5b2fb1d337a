// SPDX-License-Identifier: MIT
// The part of the view of a grant that sets its budgets against the accounts.

#ifndef FELLESSKAP_VIEW_GRANT_BUDGET_H
#define FELLESSKAP_VIEW_GRANT_BUDGET_H

#include "view/grant/money.h"

void grant_put_budget(const struct grant_money *money, struct map_builder *map,
                      struct arena *arena);

#endif
