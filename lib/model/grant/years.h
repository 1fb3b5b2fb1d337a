// SPDX-License-Identifier: MIT
// What came in and went out of the allocations of a grant, year by year.

#ifndef FELLESSKAP_MODEL_GRANT_YEARS_H
#define FELLESSKAP_MODEL_GRANT_YEARS_H

#include "model/grant/payments.h"

// Amounts in øre.
struct grant_year {
    int year;
    int64_t brought; // left over from the years before
    int64_t decided; // allocated first, in the year of the decision
    int64_t changed;
    int64_t paid;
    int64_t left; // at its end
};

// Only the years in which anything happened, in their order.
struct year_accounts {
    const struct grant_year *items;
    size_t count;
};

// The year in which a grant was decided: that of the day, or else of its id; 0 where neither has
// one.
int grant_decision_year(const struct grant *grant, struct date decided);

// The accounts of each allocation, by its index, and of the whole grant.
struct grant_years {
    struct year_accounts *of;
    struct year_accounts whole;
};

// `decided` is the year of the decision; 0 where it is not known, and then it is the first in which
// anything was changed or paid. `payments` may be NULL.
struct grant_years grant_years_of(const struct grant *grant, const struct payments *payments,
                                  int decided, struct arena *arena);

// Something that moves an account: of an allocation, or of whatever else has a number. Amounts in
// øre.
struct grant_event {
    uint32_t of;
    int year;
    int64_t decided, changed, paid;
};

// What moved the accounts of the allocations, by their index, into room for as many events as there
// are allocations, changes and payments together. Returns how many there are.
size_t grant_events(const struct grant *grant, const struct payments *payments, int decided,
                    struct grant_event *events);

// The accounts of `of_count` things, of events that are sorted here.
struct grant_years grant_years_settle(struct grant_event *events, size_t count, size_t of_count,
                                      struct arena *arena);

// The account of a year, also of one in which nothing happened.
struct grant_year grant_year_at(struct year_accounts accounts, int year);

#endif
