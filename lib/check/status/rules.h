// SPDX-License-Identifier: MIT
// The header of check/status/: the rules of status notes. A file whose syntax is broken is not
// checked.

#ifndef FELLESSKAP_CHECK_STATUS_RULES_H
#define FELLESSKAP_CHECK_STATUS_RULES_H

#include "check/tree/referrer.h"

// One note: what it names, its scales, the goals without a status.
void check_status_note(const struct repository *repository, const struct status_note *note);

// What the words of a part say against its data and each other; part of check_status_note().
void check_told(const struct referrer *referrer, const struct note_part *part);

// The same of what stands outside of the parts.
void check_told_outside(const struct referrer *referrer, const struct status_note *note);

// Its slides; part of check_status_note().
void check_slides(const struct referrer *referrer, const struct status_note *note);

// All of them together: two of one day do not say which of them came last.
void check_status_notes(const struct repository *repository);

#endif
