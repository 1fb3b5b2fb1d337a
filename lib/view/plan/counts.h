// SPDX-License-Identifier: MIT
// The last sheet of the plan's workbook.

#ifndef FELLESSKAP_VIEW_PLAN_COUNTS_H
#define FELLESSKAP_VIEW_PLAN_COUNTS_H

#include "view/plan/sheet.h"

// How many actions per area, owner, year and status, as formulas over the first.
struct sheet matrix_counts_sheet(const struct plan_sheet *plan);

#endif
