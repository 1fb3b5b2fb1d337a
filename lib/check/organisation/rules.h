// SPDX-License-Identifier: MIT
// The header of check/organisation/: who sits where, and for how long.

#ifndef FELLESSKAP_CHECK_ORGANISATION_RULES_H
#define FELLESSKAP_CHECK_ORGANISATION_RULES_H

#include "model/tree/repository.h"

// Terms that end before they begin, overlap, or leave a gap; more members than seats; members that
// are given in two ways. Where a day is known (repository->today): seats that are vacant on it, and
// terms that have ended with nobody after them.
void check_tenures(const struct repository *repository);

// Whoever was at a meeting, or absent from it, when the time as a member was over.
void check_members_at(const struct repository *repository, const struct meeting *meeting);

// Who is to do something after the last time in a body was over: a follow-up on the day of its
// meeting, a duty on the day on which the year was gone through, an action on repository->today.
void check_named_people(const struct repository *repository);

#endif
