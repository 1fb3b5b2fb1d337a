// SPDX-License-Identifier: MIT
// The header of view/plan/, the action plan as a year matrix: one row an action, under its area and
// goal.

#ifndef FELLESSKAP_VIEW_PLAN_MATRIX_H
#define FELLESSKAP_VIEW_PLAN_MATRIX_H

#include "base/workbook.h"
#include "view/view.h"

// Which rows are shown; what is not set shows all.
struct matrix_selection {
    struct text owner;  // an id: it, or a group that it is part of, owns or supports
    struct text area;   // a number
    int year;           // has a mark in it
    struct text status; // a word of the plan's scale
};

struct matrix_goal {
    const struct matrix *matrix;
    const struct area *area;
    const struct goal *goal;
    const struct action **actions; // the selected ones
    size_t action_count;
    bool has_parts; // goals below it are shown
};

struct matrix_area {
    const struct matrix *matrix;
    const struct area *area;
    struct matrix_goal *goals; // those with selected actions
    size_t goal_count;
    size_t action_count;
};

// What the rows have; what none of them has gets no column and no heading.
struct matrix_shows {
    bool numbers; // of goals and actions
    bool areas;
    bool goals;
    bool parts; // goals below goals
    bool owners;
    bool references;
};

struct matrix {
    const struct view_context *context;
    const struct plan *plan;
    struct matrix_selection selection;
    int status;                // the place of the selected one, -1 for all
    struct index owners;       // the ids of the selected owner and of the groups that it is part of
    struct matrix_area *areas; // those with selected actions
    size_t area_count;
    size_t action_count;
    int year_count;
    struct matrix_shows shows;
};

// Chooses the rows. Lives in the view's arena.
const struct matrix *matrix_select(const struct view_context *context, const struct plan *plan,
                                   const struct matrix_selection *selection);

// What an action covers in the cell of one year, and how that joins its neighbours: the bar.
enum { HALF_SPRING = 1, HALF_AUTUMN = 2, HALF_BOTH = 3 };

// A share in per cent, or none.
enum { SHARE_NONE = -1, SHARE_WHOLE = 100 };

struct bar {
    enum mark mark;
    int status;           // STATUS_… that the action's means, -1 for none
    struct months months; // of the year; a bar that only shows what bars look like has none
    int halves;           // that it touches: HALF_…, 0 for none
    int filled;           // how much of what is covered here the progress has reached, in per cent
    bool deferred;
    bool start;         // the bar begins in this cell
    bool end;           // and ends
    bool work_starts;   // the plan says so, with a mark such as "oppstart høst"
    bool from_previous; // it goes on from the cell before
    bool to_next;       // and into the next
};

// Of an action with its own status and progress, and the years of its original.
struct bar matrix_bar(const struct action *action, int year, const struct period *period);

// How the bar is drawn, in ASCII: the status ("pagar", "ukjent"), and "uten-tall" where the work is
// going on but nobody has said how far it has come.
struct text matrix_bar_class(struct bar bar);

// The same by halves or months, by status, then by how it joins: "host pagar start fortsetter-til",
// "fra3 til6 pagar start slutt".
struct text matrix_bar_look(struct bar bar, struct arena *arena);

// Whether a mark says more than the bar that is drawn for it.
bool matrix_mark_says_more(enum mark mark);

// How far into the year a day is, in per cent; SHARE_NONE where it is in another.
int share_of_year(struct date date, int year);

// "L" and "har-L" of a share.
void matrix_put_share(struct map_builder *map, struct view_key key, int share);

// What occurs in the picture, and must be explained.
enum sign {
    SIGN_PLANNED,
    SIGN_NOT_STARTED,
    SIGN_ONGOING,
    SIGN_PROGRESS,
    SIGN_WAITING,
    SIGN_DEFERRED,
    SIGN_DONE,
    SIGN_DROPPED,
    SIGN_START,
    SIGN_HALF,
    SIGN_DEADLINE,
    SIGN_TODAY,
    SIGN_COUNT
};

struct matrix_signs {
    bool has[SIGN_COUNT];
    bool shares[SHARE_WHOLE + 1]; // that a style sheet needs a place for
};

struct matrix_signs matrix_find_signs(const struct matrix *matrix);

// The words for a sign, in the language of the view.
struct text matrix_sign_words(const struct view_context *context, enum sign sign);

// A bar as an example of the sign; without `halves` where the sign is no bar.
struct bar matrix_sign_bar(enum sign sign);

// The legend: the signs that occur, each drawn as a bar is (docs/views.md).
struct value matrix_legend(const struct view_context *context, const struct matrix_signs *signs);

// The words for a mark in the language of the view: "oppstart høst"; empty for none.
struct text matrix_mark_words(const struct view_context *context, enum mark mark);

// The words of the plan for how actions stand (model/plan/status.h): the general ones where the
// tree has no plan.
const struct status_scale *matrix_scale(const struct view_context *context);

// The words for a place in the scale, -1 for none, and what it means, STATUS_… or -1.
struct text matrix_status_words(const struct view_context *context, int place);
int matrix_status_meaning(const struct view_context *context, int place);

// All words for what a status means, with slashes between: "i rute / forsinket".
struct text matrix_meaning_words(const struct view_context *context, int status);

// The class of what a status means, in ASCII ("pa-vent", "ukjent").
struct text matrix_status_class(int status);

// "status", "har-status", "status-ord", "status-tekst" and "status-klasse" of a place.
void matrix_put_status(const struct view_context *context, int place, struct map_builder *map);

// How often each place of the scale occurs; the one after the last is for those without a status.
struct status_counts {
    size_t of[MOST_STATUS_PLACES + 1];
    size_t sum;
    int count; // of the scale
};

struct status_counts matrix_counts_begin(const struct view_context *context);
void matrix_count_status(struct status_counts *counts, const struct action *action);

// The place that an index in `of` stands for; -1: none was given.
int matrix_counted_place(const struct status_counts *counts, int index);

// "2022–2025".
struct text matrix_period(const struct plan *plan, struct arena *arena);

// The view that templates and JSON see (docs/views.md, "handlingsplan").
struct value matrix_value(const struct matrix *matrix);

// Numbers that an action ("tiltak-") or a goal ("mål-") had before: {nr, anker}.
struct value matrix_former_numbers(const struct former_numbers *former, struct text kind,
                                   struct arena *arena);

// One action of a goal, by its place among those that are shown.
struct value matrix_row_value(const struct matrix_goal *goal, size_t index, struct arena *arena);

// One action as in the matrix, for a card in a text.
struct value matrix_action_value(const struct view_context *context, const struct plan *plan,
                                 const struct action *action, struct arena *arena);

// The workbook: the matrix with its legend, all texts, and counts per area, owner and year.
const struct workbook *matrix_workbook(const struct matrix *matrix);

// What the picture of the plan draws: a line an action, on a sheet in landscape, all in user units.
// On A4 in two columns; on A3 in one, with owners and status.
enum picture_form { PICTURE_A4, PICTURE_A3 };
struct value matrix_picture(const struct matrix *matrix, enum picture_form form);

#endif
