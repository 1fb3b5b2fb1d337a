// SPDX-License-Identifier: MIT
// What has been decided in all meetings, point by point: who follows it up, by when, and whether it
// is done; and which case takes up which.

#ifndef FELLESSKAP_MODEL_DECISIONS_DECISIONS_H
#define FELLESSKAP_MODEL_DECISIONS_DECISIONS_H

#include "model/plan/subjects.h"

enum decision_state {
    DECISION_MADE, // nobody has to follow it up
    DECISION_OPEN,
    DECISION_OVERDUE,
    DECISION_DONE,
    DECISION_POSTPONED, // the whole case
    DECISION_WITHDRAWN, // likewise
    DECISION_REJECTED,  // likewise
    DECISION_STATE_COUNT
};

// A point of a decision, once for each follow-up of it.
struct decision {
    const struct meeting *meeting;
    const struct case_paper *paper;    // of an item without a number: agenda_item_paper()
    struct text point;                 // "3a"; empty: the whole
    struct prose text;                 // of the point, without its sub-points; what was said
    const struct follow_up *follow_up; // or NULL
    struct date due;                   // year 0: none, or a meeting that is not called yet
    enum decision_state state;
};

// A case that is decided, follows another or is followed. Lists have the numbers in full:
// "ASU-42/24".
struct case_history {
    struct text committee;
    struct text number;
    struct text in_full;            // "ASU-42/24"
    const struct meeting *meeting;  // NULL: an earlier case
    const struct case_paper *paper; // likewise
    const struct known_case *known; // of an earlier case
    struct text_list follows;       // in the order of the papers
    struct text_list followed_by;   // in the order of the meetings
    struct subjects subjects;       // of its decision
    size_t place;                   // in the list of histories
};

struct decisions {
    struct decision *items; // by the day of the meeting
    size_t count;
    struct case_history **histories; // in the order in which they first come up
    size_t history_count;
    struct index histories_by_number; // in full → struct case_history
    struct index histories_by_key;    // by repository_case_key() → the same
};

// The day by which what the meeting `of` has decided is to be done; year 0: there is none, or
// it is that of a meeting that has not been called yet. The first meeting of a year is one after
// the decision. `meetings` are in the order of their folders.
struct date follow_up_due(const struct follow_up *follow_up, const struct meeting *of,
                          const struct meeting *const *meetings, size_t count);

// Done, overdue on the day `today` (year 0: no day), or open.
enum decision_state follow_up_state(const struct follow_up *follow_up, struct date due,
                                    struct date today);

// `meetings` are in the order of their folders, read with their bodies, and without faults.
// `today` (year 0: no day) decides what is overdue.
const struct decisions *decisions_of(const struct repository *repository,
                                     const struct meeting *const *meetings, size_t count,
                                     struct date today);

// What is known of a case as a document of `committee` names it; NULL: nothing.
const struct case_history *decisions_history(const struct repository *repository,
                                             const struct decisions *decisions,
                                             struct text committee, struct text number);

// Whether it is of this case: "42/24" of any committee, or "ASU-42/24".
bool decision_is_of_case(const struct repository *repository, const struct decision *decision,
                         struct text number);

#endif
