// SPDX-License-Identifier: MIT
// What has been paid of each allocation on each account, tertial by tertial.

#ifndef FELLESSKAP_MODEL_GRANT_ACCOUNTS_H
#define FELLESSKAP_MODEL_GRANT_ACCOUNTS_H

#include "model/grant/payments.h"

// An account of an allocation.
struct account {
    uint32_t allocation; // its index
    struct text name;    // as the accounts write it
};

struct accounts {
    struct account *items; // by allocation, then by name
    size_t count;
    struct date *starts; // the first days of the tertials, or of years where these would be many
    bool are_tertials;
    size_t period_count;
    int64_t *sums; // øre, of account i in period k: sums[i * period_count + k]
};

// Empty where no payment has an account, or so many that the table would be too large. Payments
// without a date or an account are in none.
struct accounts accounts_of(const struct payments *payments, struct arena *arena);

// The first day after period `index`.
struct date accounts_end(const struct accounts *accounts, size_t index);

// "2024 T3" or "2024".
struct text accounts_period_text(const struct accounts *accounts, size_t index,
                                 struct arena *arena);

#endif
