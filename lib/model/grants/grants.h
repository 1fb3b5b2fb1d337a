// SPDX-License-Identifier: MIT
// Several grants together: a project that gets money of more than one of them, and each payment
// once, whichever ledgers it is in.

#ifndef FELLESSKAP_MODEL_GRANTS_GRANTS_H
#define FELLESSKAP_MODEL_GRANTS_GRANTS_H

#include "model/grant/years.h"

struct combined_grant {
    const struct grant *grant;
    const struct payments *payments;
    int decided;              // the year of the decision; 0: not known
    struct grant_sums sums;   // of the grant alone, but for the next three
    int64_t used;             // øre of its allocations, the oldest money first
    int64_t left;             // of what is allocated, neither used nor committed
    const uint32_t *projects; // by the index of the allocation
};

// What one grant gives to a project. Amounts in øre.
struct combined_share {
    uint32_t grant;
    const struct allocation *allocation;
    int64_t used; // of what has been paid; of the newest share: all that the older ones do not hold
};

// Allocations with one project number, whatever the case of its letters; one that has no number
// belongs to the project of its id.
struct combined_project {
    struct text number;            // empty: none
    struct text name;              // of the newest allocation
    struct combined_share *shares; // of the oldest grant first
    size_t share_count;
    int64_t current, paid, committed; // øre
    struct year_accounts years;
};

struct combined_payment {
    const struct payment *payment;
    uint32_t project;
};

struct combined {
    struct combined_grant *grants; // by the year of the decision, then by id
    size_t grant_count;
    struct combined_project *projects; // as the grants name them
    size_t project_count;
    struct combined_payment *payments; // each once; by grant, then as in its files
    size_t payment_count;
    size_t repeated_count; // lines of a ledger that another grant's ledger has, too,
    int64_t repeated;      // øre
    int64_t paid;          // øre, of the payments
    struct year_accounts years;
};

// Of each of `grants`, grant, payments and decided are given; they are sorted and filled in.
// Linear in the grants and their payments, but for sorting.
const struct combined *combine_grants(struct combined_grant *grants, size_t count,
                                      struct arena *arena);

// Whether a sum of them is beyond what an amount can be.
bool combined_is_too_large(const struct combined *combined);

#endif
