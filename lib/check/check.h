// SPDX-License-Identifier: MIT
// The rules across documents: what a binding table cannot see. Everything found is reported.

#ifndef FELLESSKAP_CHECK_CHECK_H
#define FELLESSKAP_CHECK_CHECK_H

#include "model/grant/payments.h"
#include "model/tree/repository.h"

// A file whose syntax is broken is not checked: what stands behind the fault is not known.

// A plan: its references, owners, years and running texts.
void check_plan(struct repository *repository, const struct plan *plan);

// Actions that wait for each other in a circle; check_plan() has it in it.
void check_plan_circles(struct repository *repository, const struct plan *plan);

// What a colleague would ask about a plan that can be shown as it is: its numbering; references
// that stand on one side alone, or lead to actions that nobody works on; one text twice; status
// against progress and years, and against the day where one is given (-d).
void check_plan_numbers(struct repository *repository, const struct plan *plan);
void check_plan_references(struct repository *repository, const struct plan *plan);
void check_plan_texts(struct repository *repository, const struct plan *plan);
void check_plan_status(struct repository *repository, const struct plan *plan);

// A meeting's own file: committee, folder, agenda and time, and what stands in front of its papers.
void check_meeting(struct repository *repository, const struct meeting *meeting);

// What a colleague would ask about a meeting that can be called as it is: standing items, papers
// without an item and the other way round, who is responsible, when the notice is sent; and about
// what is to be decided, where the papers were read with their bodies: who does it, and by when.
void check_agenda(struct repository *repository, const struct meeting *meeting);
void check_decisions(struct repository *repository, const struct meeting *meeting);

// What an invitation by e-mail needs: who calls, who is called, and their addresses.
void check_invitation(struct repository *repository, const struct meeting *meeting);

// What stands in front of a paper of the meeting; part of check_meeting().
void check_case_front(struct repository *repository, const struct meeting *meeting,
                      const struct case_paper *paper);

// What the minutes of a meeting say of those present, and the votes and disqualified in its papers;
// part of check_meeting().
void check_minutes(struct repository *repository, const struct meeting *meeting);

// Minutes or outcomes of a meeting that is not held yet on the day `today` (year 0: no day).
void check_not_ahead(struct repository *repository, const struct meeting *meeting,
                     struct date today);

// The same, and that there is all that minutes are made of. The meeting was read with its bodies.
void check_held(struct repository *repository, const struct meeting *meeting, struct date today);

// What a delivery of the meeting to eInnsyn needs, and what it may not hold.
void check_einnsyn(struct repository *repository, const struct meeting *meeting);

// The papers of a meeting that was read with their bodies: proposals, points, headings, running
// text, attachments.
void check_case_papers(struct repository *repository, const struct meeting *meeting);

// A grant: its sums against the frame, its changes, what is due, its references.
void check_grant(struct repository *repository, const struct grant *grant);

// What a colleague would ask about a grant whose sheet can be made as it is: its id and file, days
// to report, actions, and, by the day that is given, project numbers and cost centres.
void check_grant_questions(struct repository *repository, const struct grant *grant);

// What has been paid of it, line by line and in sum.
void check_payments(struct repository *repository, const struct grant *grant,
                    const struct payments *payments);

// Whether the papers that decided it name the same amounts. Of a grant of up to 200 allocations.
void check_grant_papers(struct repository *repository, const struct grant *grant);

// All three. Gives the payments, or NULL after a report that they cannot be read.
const struct payments *check_whole_grant(struct repository *repository, const struct grant *grant);

// The sum alone, where a grant is shown in another document.
void check_frame(const struct repository *repository, const struct grant *grant);

#endif
