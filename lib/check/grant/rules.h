// SPDX-License-Identifier: MIT
// The header of check/grant/: the rules of a grant. A file whose syntax is broken is not checked:
// what comes after the fault is not known.

#ifndef FELLESSKAP_CHECK_GRANT_RULES_H
#define FELLESSKAP_CHECK_GRANT_RULES_H

#include "model/grant/payments.h"
#include "model/tree/repository.h"

// A grant: its sums against the frame, its changes, what is due, its references.
void check_grant(const struct repository *repository, const struct grant *grant);

// What a colleague would ask about a grant whose sheet can be made as it is: its id and file, days
// to report, actions, and, by the day that is given, project numbers and cost centres.
void check_grant_questions(const struct repository *repository, const struct grant *grant);

// What has been paid of it, line by line and in sum.
void check_payments(const struct repository *repository, const struct grant *grant,
                    const struct payments *payments);

// Whether a voucher is counted in two grants.
void check_vouchers_of_grants(const struct repository *repository);

// Whether the papers that decided it name the same amounts. Only for a grant of at most 200
// allocations.
void check_grant_papers(const struct repository *repository, const struct grant *grant);

// All three.
void check_whole_grant(const struct repository *repository, const struct grant *grant);

#endif
