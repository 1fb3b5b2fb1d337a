// SPDX-License-Identifier: MIT
// Reading the files of a tree with what they name: plans, grants, meetings.

#ifndef FELLESSKAP_MODEL_TREE_FETCH_H
#define FELLESSKAP_MODEL_TREE_FETCH_H

#include "model/tree/plans.h"
#include "model/tree/reader.h"

// The name of an action that is shown, as sources note who names something:
// "tiltak:plan/action-plan.yaml/1.2.1".
struct text name_of_shown_action(struct arena *arena, struct found_action found);

// Fetches what has been named and has an owner: of a case, the data in front of its paper; grants;
// of the plan, its numbers, or all of it for those who show an action.
void reader_fetch(struct reader *reader);

// Reads a grant, and adds it to the others; NULL after a report.
const struct grant *reader_read_grant(struct reader *reader, struct text path, bool payments);

// Reads a register, which the repository then has; NULL after a report.
const struct registry *reader_read_registry(struct reader *reader, enum registry_id id);

// Reads plan/year.yaml, which the repository then has; NULL after a report.
const struct year_wheel *reader_read_year(struct reader *reader);

// Reads a status note, and adds it to the others; NULL after a report.
const struct status_note *reader_read_note(struct reader *reader, struct text path);

// All of them, once; those that are there by their names.
void reader_read_notes(struct reader *reader);

// plan/strategy.md into the repository, where it is there; `required`: a report where it is not.
void reader_read_strategy(struct reader *reader, bool required);

// The papers in the folder of a meeting that are on no agenda, in silence: they may approve
// minutes, or say themselves why they are there.
void reader_read_other_papers(struct reader *reader, const struct meeting *meeting);

// Reads a meeting, and adds it to the others; NULL after a report.
const struct meeting *reader_read_meeting(struct reader *reader, struct text folder,
                                          enum papers papers);

#endif
