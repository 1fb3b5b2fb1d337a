// SPDX-License-Identifier: MIT
// The first sheet of the plan's workbook: the matrix.

#ifndef FELLESSKAP_VIEW_PLAN_MATRIX_SHEET_H
#define FELLESSKAP_VIEW_PLAN_MATRIX_SHEET_H

#include "view/plan/sheet.h"

// A row an action, with a bar over the halves of the years in which it is planned.
struct sheet plan_matrix_sheet(const struct plan_sheet *plan);

// How many head rows it has: its legend takes more or fewer.
uint32_t plan_matrix_head_rows(const struct plan_sheet *plan);

#endif
