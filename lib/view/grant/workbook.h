// SPDX-License-Identifier: MIT
// A grant as a workbook for the economy office.

#ifndef FELLESSKAP_VIEW_GRANT_WORKBOOK_H
#define FELLESSKAP_VIEW_GRANT_WORKBOOK_H

#include "base/workbook.h"
#include "model/grant/payments.h"
#include "view/back/origin.h"
#include "view/view.h"

// Its sheets: allocations, payments, reports, checks.
const struct workbook *grant_workbook(const struct view_context *context, const struct grant *grant,
                                      const struct payments *payments);

// What its hidden sheet says.
struct origin grant_workbook_origin(const struct view_context *context, const struct grant *grant,
                                    const struct payments *payments);

#endif
