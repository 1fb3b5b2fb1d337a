// SPDX-License-Identifier: MIT
// The votes in a case: how many they are, and whether they give its outcome.

#ifndef FELLESSKAP_CHECK_MEETING_VOTES_H
#define FELLESSKAP_CHECK_MEETING_VOTES_H

#include "check/tree/references.h"

// `voters` could vote; SIZE_MAX where that is not known.
void check_votes(const struct referrer *referrer, const struct case_paper *paper, size_t voters);

#endif
