// SPDX-License-Identifier: MIT
// The header of view/grant/: the parts of the view of a grant that come after its division, which
// are changes, payments, reports, the budget and the account of the frame.

#ifndef FELLESSKAP_VIEW_GRANT_MONEY_H
#define FELLESSKAP_VIEW_GRANT_MONEY_H

#include "model/grant/budget_lines.h"
#include "model/grant/years.h"
#include "model/grant/payments.h"
#include "model/grant/periods.h"
#include "view/view.h"

// What the parts are made of; `payments` may be NULL.
struct grant_money {
    const struct view_context *context;
    const struct grant *grant;
    const struct payments *payments;
    struct periods periods;
    int year; // that a report is for; 0: no report
    struct grant_years years;
    struct budget_lines budget;
};

// One thing that is agreed on: "100 000 kr, Kommune A, til 31. desember 2025, forfall 15. januar
// 2026".
struct text grant_commitment(const struct labels *labels, const struct commitment *commitment,
                             struct arena *arena);

// The rows of the accounts that are not counted, a sentence for each reason; empty where there are
// none.
struct text grant_left_out(const struct labels *labels, const struct payments *payments,
                           struct arena *arena);

void grant_money_put_allocation(const struct grant_money *money, struct map_builder *map,
                                size_t index, struct arena *arena);
void grant_money_put_grant(const struct grant_money *money, struct map_builder *map,
                           struct arena *arena);
void grant_put_budget(const struct grant_money *money, struct map_builder *map,
                      struct arena *arena);
void grant_put_frame_account(const struct grant_money *money, struct map_builder *map,
                             struct arena *arena);

#endif
