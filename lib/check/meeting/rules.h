// SPDX-License-Identifier: MIT
// The header of check/meeting/: the rules of a meeting and its papers. A file whose syntax is
// broken is not checked: what comes after the fault is not known.

#ifndef FELLESSKAP_CHECK_MEETING_RULES_H
#define FELLESSKAP_CHECK_MEETING_RULES_H

#include "model/tree/repository.h"

// A meeting's own file: committee, folder, agenda and time, and the data in front of its papers.
void check_meeting(const struct repository *repository, const struct meeting *meeting);

// What a colleague would ask about a meeting that can be called as it is: papers without an item
// and the other way round, who is responsible, when the notice is sent.
void check_agenda(const struct repository *repository, const struct meeting *meeting);

// The data in front of a paper of the meeting; part of check_meeting().
void check_case_front(const struct repository *repository, const struct meeting *meeting,
                      const struct case_paper *paper);

// What the minutes of a meeting say of those present, and the votes and disqualified in its papers;
// part of check_meeting().
void check_minutes(const struct repository *repository, const struct meeting *meeting);

// Minutes or outcomes of a meeting that is not held yet on the day `today` (year 0: no day).
void check_not_ahead(const struct repository *repository, const struct meeting *meeting,
                     struct date today);

// Cases of a meeting that has been held, and was read with its bodies, without an outcome: nobody
// could tell what was decided.
void check_outcomes(const struct repository *repository, const struct meeting *meeting);

// Minutes or outcomes too early, and that there is all that minutes are made of. The meeting was
// read with its bodies.
void check_held(const struct repository *repository, const struct meeting *meeting,
                struct date today);

// What a delivery of the meeting to eInnsyn needs, and what it may not hold.
void check_einnsyn(const struct repository *repository, const struct meeting *meeting);

// The papers of a meeting that was read with their bodies: proposals, points, headings, running
// text, attachments.
void check_case_papers(const struct repository *repository, const struct meeting *meeting);

#endif
