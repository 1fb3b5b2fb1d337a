// SPDX-License-Identifier: MIT
// References from anywhere to anything, checked in one way.

#ifndef FELLESSKAP_CHECK_TREE_REFERENCES_H
#define FELLESSKAP_CHECK_TREE_REFERENCES_H

#include "check/tree/plan_references.h"

// Each reports what does not exist, with the nearest that does.
void check_parties(const struct referrer *referrer, const struct scalar_list *ids);
void check_actions(const struct referrer *referrer, const struct scalar_list *numbers);
void check_case(const struct referrer *referrer, struct scalar number);
// The same for a case that is said to have decided something: also reported where it did not pass,
// or its meeting was cancelled.
void check_deciding_case(const struct referrer *referrer, struct scalar number);
// The same for a case that is said to have awarded money: also reported where it is not for that,
// or its meeting has passed and has no minutes.
void check_awarding_case(const struct referrer *referrer, struct scalar number);
// A grant by its id; also reported where more than its frame is allocated.
void check_grant_reference(const struct referrer *referrer, struct scalar id);
// An allocation by its id in this grant.
void check_allocation_reference(const struct referrer *referrer, const struct grant *grant,
                                struct scalar id);
void check_cases(const struct referrer *referrer, const struct scalar_list *numbers);
void check_deciding_cases(const struct referrer *referrer, const struct scalar_list *numbers);

// The links and embeds of our schemes in a text, and the captions of its tables.
void check_prose(const struct referrer *referrer, const struct prose *prose);

#endif
