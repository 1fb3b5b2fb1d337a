// SPDX-License-Identifier: MIT
// Several grants together as a workbook, whose sums are formulas.

#ifndef FELLESSKAP_VIEW_GRANTS_COMBINED_WORKBOOK_H
#define FELLESSKAP_VIEW_GRANTS_COMBINED_WORKBOOK_H

#include "base/workbook.h"
#include "model/grants/grants.h"
#include "view/context.h"

// There is one grant at least.
const struct workbook *combined_workbook(const struct view_context *context,
                                         const struct combined *combined);

#endif
