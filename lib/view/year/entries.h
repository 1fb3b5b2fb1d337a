// SPDX-License-Identifier: MIT
// The header of view/year/ for what is in a year: duties, meetings, and the days by which something
// is due.

#ifndef FELLESSKAP_VIEW_YEAR_ENTRIES_H
#define FELLESSKAP_VIEW_YEAR_ENTRIES_H

#include "model/decisions/decisions.h"
#include "model/year/proposals.h"
#include "view/register/table.h"
#include "view/view.h"

enum year_entry_kind {
    YEAR_MEETING,
    YEAR_PROPOSAL, // of a meeting that nobody has put up yet
    YEAR_DUTY,
    YEAR_PREPARATION, // of a duty or a meeting
    YEAR_DECISION,    // a follow-up is due
    YEAR_ACTION,      // of the plan, is due
    YEAR_REPORT,      // on an allocation, is due
    YEAR_ENTRY_KINDS
};

struct year_entry {
    enum year_entry_kind kind;
    struct due_day day; // `written` is another where it is no working day, and was moved for that
    struct text what;
    struct scalar_list who; // ids
    const struct register_link *about;
    size_t about_count;
    struct text note;
    const struct meeting *meeting;         // NULL: it is no meeting, nor comes before one, and
    const struct meeting_plan *plan;       // of what is proposed, and
    const struct duty *duty;               // likewise
    const struct preparation *preparation; // of the duty
    size_t number;                         // in the year, from 1
};

// What a year is made of.
struct year_subject {
    const struct year_wheel *wheel;
    const struct meeting *const *meetings; // as the public may see them
    size_t meeting_count;
    const struct decisions *decisions;
    int year;
    struct date today; // meetings are proposed for the days after it
    struct text body;  // whose it is; empty: everybody's
};

struct year_entries {
    const struct view_context *context;
    const struct year_subject *subject;
    struct index wanted;      // the body that was asked for, and the groups that it is part of
    struct year_entry *items; // by day
    size_t count;
};

// All that has a day in the year.
const struct year_entries *year_entries_of(const struct view_context *context,
                                           const struct year_subject *subject);

// Whether somebody of a list is the body that was asked for, or a group that it is part of.
bool year_is_for(const struct year_entries *entries, const struct scalar_list *who);

// Adds one, unless its day is in another year or it is for others; the copy that was added, or
// NULL. For those who find entries.
struct year_entry *year_add(struct year_entries *entries, struct year_entry entry);

// Those who find them: duties with what comes before them; meetings with their notices; days that
// are proposed for meetings; what is due.
void year_add_duties(struct year_entries *entries);
void year_add_meetings(struct year_entries *entries);
void year_add_proposals(struct year_entries *entries);
void year_add_decisions(struct year_entries *entries);
void year_add_actions(struct year_entries *entries);
void year_add_reports(struct year_entries *entries);

// A duty on one of its days.
struct year_entry year_duty_entry(const struct year_entries *entries, const struct duty *duty,
                                  struct due_day day);

// Words of an entry: its kind; who, by their short names; what it is about; and its remark, with
// the day from which it was moved.
struct text year_kind_words(const struct view_context *context, enum year_entry_kind kind);
struct text year_who_words(const struct view_context *context, const struct scalar_list *who);
struct text year_about_words(const struct view_context *context, const struct year_entry *entry);
struct text year_note(const struct view_context *context, const struct year_entry *entry);

// "tiltak 2.1.1"; and links to cases and actions.
struct register_link year_action_link(const struct view_context *context, struct text number);
const struct register_link *year_links(const struct year_entries *entries,
                                       const struct scalar_list *actions,
                                       const struct scalar_list *cases, size_t *count);

#endif
