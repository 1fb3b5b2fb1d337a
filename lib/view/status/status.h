// SPDX-License-Identifier: MIT
// The header of view/status/: how the actions of the plan stood on a day, by the status notes; with
// what a note tells of other plans.

#ifndef FELLESSKAP_VIEW_STATUS_STATUS_H
#define FELLESSKAP_VIEW_STATUS_STATUS_H

#include "base/workbook.h"
#include "model/status/history.h"
#include "view/plan/matrix.h"
#include "view/view.h"

struct action_list {
    const struct action **items;
    size_t count;
};

struct status_report {
    const struct view_context *context;
    const struct status_note *note; // NULL: how it is now
    struct status_notes notes;      // on the plan
    const struct plan *own;         // as its file is
    const struct plan *plan;        // as of the day; NULL: nothing is told of its actions
    const struct plan *before;      // as of `since`; NULL: there is nothing to compare with
    const struct last_report *last; // by action->order
    struct date day;                // year 0: none
    struct date since;              // year 0: none
    struct date next_from, next_to; // the next half-year
    struct action_list changed;     // since then
    struct action_list overdue;     // on the day
    struct action_list next;        // planned in the next half-year, and not closed
    struct action_list unreported;  // not closed, and nobody has reported on it since
};

// `plan` is that of the tree, or NULL; `since` of year 0: the day of the note before. Lives in the
// view's arena.
const struct status_report *status_report_make(const struct view_context *context,
                                               const struct plan *plan,
                                               const struct status_note *note, struct date day,
                                               struct date since);

// The day that it tells of: "1. desember 2023"; empty where there is none.
struct text status_report_title(const struct status_report *report);

// The status of an action before, as a place in the scale; -1 where it had none.
int status_before(const struct status_report *report, const struct action *action);

// Where the status of an action is from: "1. desember 2023, lysark 4"; of the plan itself its word.
struct text status_origin(const struct status_report *report, const struct action *action,
                          struct arena *arena);

// Whether the plan had the action on the day: what has taken over the number of another one since
// then was not there.
bool status_has(const struct status_report *report, const struct action *action);

// Whether the plan gives any of its areas a number. NULL: no.
bool status_has_area_numbers(const struct plan *plan);

// The name of an area; the plan's title for actions that are in none.
struct text status_area_name(const struct status_report *report, const struct area *area);

// How many actions of an area have each status. NULL: of the whole plan.
struct status_counts status_count(const struct status_report *report, const struct area *area);

// The view "statusnotat" of docs/views.md.
struct value status_value(const struct status_report *report);

// The view "lysark" of docs/views.md: the slides of the note, of which the report is.
struct value slides_value(const struct status_report *report);

// Parts that both have: an action, the day, and the case that it was for.
struct value status_action_value(const struct status_report *report, const struct action *action,
                                 struct arena *arena);
void status_put_day(const struct status_report *report, struct map_builder *map,
                    struct view_key key, struct date day);
void status_put_case(const struct status_report *report, struct map_builder *map);

// The counts of each area as bars, for a picture: {navn, y, deler: [{x, bredde, …}]}.
void status_put_picture(const struct status_report *report, struct map_builder *map);

// What the note tells of other plans.
struct value status_parts(const struct status_report *report);

// The goals of other plans, a row each.
struct sheet status_goals_sheet(const struct status_report *report);

const struct workbook *status_workbook(const struct status_report *report);

#endif
