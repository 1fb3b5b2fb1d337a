// SPDX-License-Identifier: MIT
// The phase of reading: a command asks for what it needs, and gets it with all that it refers to.
// After that no file of the tree is read any more: checks and views find things in the repository,
// or not.
//
// What a document does not use is not read, so its faults neither stop the document nor are shown
// with it. What is read beside it, only to be looked at (the meeting that approves the minutes, the
// papers that name a grant's amounts), is read in silence.

#ifndef FELLESSKAP_MODEL_TREE_READING_H
#define FELLESSKAP_MODEL_TREE_READING_H

#include "model/tree/repository.h"

// Opens the tree in the current folder: its organisation, and the files in its folders. False after
// a report that there is no organisation: then only the next two can be read.
bool read_organisation(struct repository *repository);

// What holds where there is no .plan-check.yaml, or what that says.
void read_settings(struct repository *repository);

// The whole tree, once, for whoever checks it or makes all documents.
void read_everything(struct repository *repository);

// plan/action-plan.yaml or another plan, whole. NULL after a report.
const struct plan *read_plan(struct repository *repository, struct text path);

// All status notes, and of these the one of a file; NULL after a report that it cannot be read, or
// where `path` is empty or a plan's. `*plan` is the plan of the note, the one at `path`, or without
// either the one in force; NULL where there is none.
const struct status_note *read_status(struct repository *repository, struct text path,
                                      const struct plan **plan);

// All status notes and the strategy; NULL after a report. `*plan` is the plan in force, where there
// is one.
const struct strategy *read_strategy(struct repository *repository, const struct plan **plan);

// A grant, what has been paid of it, and the papers that decided it. NULL after a report.
const struct grant *read_grant(struct repository *repository, struct text path);

// The same of several, into `grants`, in the order of their paths. False after a report that one
// cannot be read.
bool read_grants(struct repository *repository, const struct text_list *paths,
                 const struct grant **grants);

// A register, with the grants that it names. NULL after a report.
const struct registry *read_registry(struct repository *repository, enum registry_id id);

// plan/year.yaml, with what is in a year: all meetings with their papers, plans, and grants. NULL
// after a report.
const struct year_wheel *read_year(struct repository *repository);

// All plans, notes, grants and meetings, for what somebody has to do.
void read_work(struct repository *repository);

// plan/year.yaml alone. NULL where the tree has none, or after a report.
const struct year_wheel *read_year_alone(struct repository *repository);

// A meeting with its papers: the data in front of them, or the whole. NULL after a report.
const struct meeting *read_meeting(struct repository *repository, struct text folder,
                                   enum papers papers);

// A meeting and those after it in which its minutes may be approved.
const struct meeting *read_held_meeting(struct repository *repository, struct text folder);

// All meetings with their papers. A folder without a readable meeting is left out, after a report.
void read_meetings(struct repository *repository);

// What a new meeting of a committee is made of: the others of the committee, the queue, and the
// numbers of all cases. `model` is the folder of the meeting that it is to be like, or empty;
// `*model_meeting` is NULL after a report.
void read_for_new_meeting(struct repository *repository, struct text committee, struct text model,
                          const struct meeting **model_meeting);

#endif
