// SPDX-License-Identifier: MIT
// Words by which a decision gives a task, whether it says to whom or not.

#ifndef FELLESSKAP_CHECK_DECISIONS_ASKED_H
#define FELLESSKAP_CHECK_DECISIONS_ASKED_H

#include "model/organisation/organisation.h"

// "ASU ber om", "fagråd 1 utarbeider", "det blir sett ned ei gruppe", "saken tas opp igjen i mai".
// The words are in lower case, with a space between; `organisation` may be NULL.
bool words_give_task(const struct organisation *organisation, struct text words);

#endif
