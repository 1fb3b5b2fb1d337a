// SPDX-License-Identifier: MIT
// Several grants together as a view.

#ifndef FELLESSKAP_VIEW_GRANTS_GRANTS_H
#define FELLESSKAP_VIEW_GRANTS_GRANTS_H

#include "model/grants/grants.h"
#include "view/context.h"

// `year`: that the accounts are for; 0: all. There is one grant at least.
struct value combined_value(const struct view_context *context, const struct combined *combined,
                            int year, struct arena *arena);

// The accounts of a project, or of all, from their first year to the last of all, also of the years
// between in which nothing happened.
struct combined_years {
    int first;
    size_t count;
};

struct combined_years combined_years_of(const struct combined *combined,
                                        struct year_accounts accounts);

// The sum over the grants, of what struct combined_grant has of each.
struct combined_grant combined_sum(const struct combined *combined);

// What is in more than one ledger and counted once, in words; empty: nothing is.
struct text combined_repeated(const struct labels *labels, const struct combined *combined,
                              struct arena *arena);

#endif
