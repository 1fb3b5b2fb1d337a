// SPDX-License-Identifier: MIT
// Budget against accounts, for each allocation and year.

#ifndef FELLESSKAP_MODEL_GRANT_BUDGET_LINES_H
#define FELLESSKAP_MODEL_GRANT_BUDGET_LINES_H

#include "model/grant/payments.h"

enum { TERTIALS = 3 };

// A year of an allocation. Amounts in øre.
struct budget_line {
    uint32_t allocation; // its index
    int year;
    int64_t budget;      // all of it
    int64_t without;     // of it, the part without a group
    int64_t *groups;     // of it, the parts of the groups
    int64_t *group_paid; // what was paid on the accounts of each group
    int64_t tertials[TERTIALS];
    int64_t paid;      // the sum of the tertials
    int64_t due;       // committed, and to be paid in this year
    int64_t committed; // due; in the year that is counted on, also what is due in none of the years
    int64_t forecast;  // paid and committed
    int64_t left;      // of the budget, after the forecast: less than zero where it is exceeded
};

struct budget_lines {
    int year;                  // that is counted on: the one of what is committed without a day
    struct budget_line *items; // by allocation, then by year
    size_t count;
    size_t group_count; // as grant->account_groups; 0 where no budget has groups
};

// Empty where no allocation has a budget; otherwise all years with a budget, a payment or a
// commitment, of every allocation. The year that is counted on is that of `today`, or, where that
// is not known, of the last payment, or else the first of the budgets. `payments` may be NULL.
struct budget_lines budget_lines_of(const struct grant *grant, const struct payments *payments,
                                    struct date today, struct arena *arena);

// The group that an account is in; grant->account_groups.count where it is in none.
size_t grant_group_of_account(const struct grant *grant, struct text account);

#endif
