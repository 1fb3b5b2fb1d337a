// SPDX-License-Identifier: MIT
// What is exempt from publicity has a title for the public, and only what is exempt has one.

#ifndef FELLESSKAP_CHECK_MEETING_EXEMPTION_H
#define FELLESSKAP_CHECK_MEETING_EXEMPTION_H

#include "check/tree/references.h"

void check_exemption(const struct referrer *referrer, const struct exemption *exemption,
                     struct scalar title);

// Checks a case on the agenda that has no paper yet; otherwise its paper is checked.
void check_agenda_exemption(const struct referrer *referrer, const struct agenda_item *item);

// Reports files that one case of the meeting keeps back and another publishes.
void check_exempt_files(const struct repository *repository, const struct meeting *meeting);

#endif
