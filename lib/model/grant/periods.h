// SPDX-License-Identifier: MIT
// What has been paid of each allocation in each period, without gaps from the first payment to the
// end of the year after the last one: in months where these are few, otherwise in years.

#ifndef FELLESSKAP_MODEL_GRANT_PERIODS_H
#define FELLESSKAP_MODEL_GRANT_PERIODS_H

#include "model/grant/payments.h"

enum { MOST_MONTHS = 36 }; // from the first payment to the last

struct periods {
    bool are_months;
    struct date *starts; // the first day of each, in order
    size_t count;
    int64_t *sums; // øre, of allocation i in period k: sums[i * count + k]
};

// Empty where there are no payments, or so many allocations that the table would be too large.
// Payments without a date or an allocation are in no period.
struct periods periods_of(const struct payments *payments, size_t allocation_count,
                          struct arena *arena);

// The first day after period `index`.
struct date period_end(const struct periods *periods, size_t index);

// "2024-11" or "2024".
struct text period_text(const struct periods *periods, size_t index, struct arena *arena);

#endif
