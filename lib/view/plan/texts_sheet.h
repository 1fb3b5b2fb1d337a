// SPDX-License-Identifier: MIT
// The second sheet of the plan's workbook: the texts.

#ifndef FELLESSKAP_VIEW_PLAN_TEXTS_SHEET_H
#define FELLESSKAP_VIEW_PLAN_TEXTS_SHEET_H

#include "view/plan/sheet.h"

enum { PLAN_TEXTS_HEAD_ROWS = 3 };

// A row an action with all that was written about it, once.
struct sheet plan_texts_sheet(const struct plan_sheet *plan);

#endif
