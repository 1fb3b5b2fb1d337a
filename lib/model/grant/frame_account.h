// SPDX-License-Identifier: MIT
// The account of a grant's frame, year by year: what the giver has paid in, what the projects have
// spent, what was given back.

#ifndef FELLESSKAP_MODEL_GRANT_FRAME_ACCOUNT_H
#define FELLESSKAP_MODEL_GRANT_FRAME_ACCOUNT_H

#include "model/grant/payments.h"

// Amounts in øre.
struct frame_year {
    int year;
    int64_t opening; // the closing balance of the year before
    int64_t received;
    int64_t spent;    // paid to the projects
    int64_t returned; // to the giver
    int64_t closing;  // less than zero: more has been spent than was there
    int64_t carried;  // of it, decided to be carried over to the next year
};

// Every year from the first to the last in which anything happened.
struct frame_account {
    struct frame_year *items;
    size_t count;
};

// Empty where nothing is said of what was received or returned. `payments` may be NULL.
struct frame_account frame_account_of(const struct grant *grant, const struct payments *payments,
                                      struct arena *arena);

// The sum of what was received or returned, in øre.
int64_t receipts_sum(const struct receipts *receipts);

#endif
