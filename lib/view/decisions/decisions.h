// SPDX-License-Identifier: MIT
// The header of view/decisions/, the register of decisions: every decision of every meeting, who
// follows it up, by when, and whether it is done.

#ifndef FELLESSKAP_VIEW_DECISIONS_DECISIONS_H
#define FELLESSKAP_VIEW_DECISIONS_DECISIONS_H

#include "base/calendar.h"
#include "base/workbook.h"
#include "model/decisions/decisions.h"
#include "view/view.h"

// Which decisions are shown.
struct decision_selection {
    bool open; // what is not done, overdue or not
    bool overdue;
    struct text body;        // that decided it, or has to follow it up; empty: any
    struct text case_number; // "ASU-42/24"; or "42/24", of any committee; empty: any
    struct date today;       // year 0: no day
};

// Those that are shown, in the order of the register.
struct decision_register {
    const struct view_context *context;
    const struct decisions *decisions;
    struct decision_selection selection;
    const struct decision **shown;
    size_t count;
};

const struct decision_register *decisions_select(const struct view_context *context,
                                                 const struct decisions *decisions,
                                                 const struct decision_selection *selection);

// How many of them are in a state.
size_t decisions_in_state(const struct decision_register *list, enum decision_state state);

// The view "vedtaksoversikt" of docs/views.md.
struct value decisions_value(const struct decision_register *list);

// Of it, the items of "vedtak" and of "saker": the decisions that are shown, and what a case
// follows and concerns.
struct value decisions_rows(const struct decision_register *list);
struct value decisions_history_value(const struct decision_register *list,
                                     const struct case_history *history);

const struct workbook *decisions_workbook(const struct decision_register *list);

// A task for each follow-up that has a day to be done by.
const struct calendar *decisions_calendar(const struct decision_register *list);

// When the follow-up of a decision was done, or reported back; year 0 where no day is known.
struct date decision_done_on(const struct view_context *context, const struct decision *decision);

// Words of one decision, for all formats.
struct text decision_deadline(const struct view_context *context, const struct decision *decision,
                              struct arena *arena);
struct text decision_status(const struct view_context *context, const struct decision *decision);
struct text decision_wording(const struct view_context *context, const struct decision *decision,
                             struct arena *arena);
struct text decision_who(const struct view_context *context, const struct decision *decision,
                         struct arena *arena);

#endif
