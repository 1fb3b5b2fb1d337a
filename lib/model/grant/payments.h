// SPDX-License-Identifier: MIT
// What has been paid of a grant: a table as the accounting system exports it
// (plan/grant-YEAR-payments.csv).

#ifndef FELLESSKAP_MODEL_GRANT_PAYMENTS_H
#define FELLESSKAP_MODEL_GRANT_PAYMENTS_H

#include "model/grant/grant.h"

#define NO_ALLOCATION UINT32_MAX

struct payment {
    struct date date; // year 0: the text is not a date, which has been reported
    int64_t ore;      // less than zero: a credit note
    struct text project_number;
    struct text voucher;
    struct text supplier;
    struct text text;
    struct text cost_centre;
    uint32_t allocation; // its index, or NO_ALLOCATION
    struct position at[PAYMENT_COLUMN_COUNT];
};

// What one allocation has been paid.
struct paid {
    int64_t ore;
    size_t count;
    struct date first, last;
};

struct payments {
    const struct source *source; // NULL: there are no payments yet
    enum charset charset;        // of the file
    bool charset_was_given;
    char separator;
    bool has_column[PAYMENT_COLUMN_COUNT];
    struct payment *items; // in the order of the file
    size_t count;
    struct paid *of; // by the index of the allocation
    int64_t total;   // øre, also of what belongs to no allocation; at most AMOUNT_LARGEST
};

// The name of the file with the payments of a grant: the one that it names, or its own with
// "-payments.csv". Empty where the name does not lead to the grant's own folder.
struct text payments_path(const struct grant *grant, struct arena *arena);

// Reads them. Everything that is wrong is reported, each with its place, and the rest is read. NULL
// after a report that the file cannot be read. Linear in the file.
const struct payments *payments_read(struct sources *sources, const struct grant *grant);

// Sums up in `payments->of`, which is all zero, what each allocation has been paid.
void payments_count(struct payments *payments);

#endif
