// SPDX-License-Identifier: MIT
// The header of model/plan/ for the action plan (handlingsplan) itself: areas, goals, actions and
// when they are done.

#ifndef FELLESSKAP_MODEL_PLAN_PLAN_H
#define FELLESSKAP_MODEL_PLAN_PLAN_H

#include "base/index.h"
#include "input/yaml/binding.h"
#include "model/meeting/deadline.h"
#include "model/organisation/organisation.h"
#include "model/plan/status.h"
#include "model/plan/years.h"

struct web_link {
    struct scalar title;
    struct scalar url;
};

struct web_links {
    struct web_link *items;
    size_t count;
};

// A number that an action or a goal had before: its address still leads here, also when something
// else has the number now.
struct former_number {
    struct scalar plan; // the id of the plan in which it had it; empty: this one
    struct scalar number;
    struct dated until; // the last day; year 0: not known
    bool is_elsewhere;  // that plan has a file of its own in the tree, where links lead
};

struct former_numbers {
    struct former_number *items;
    size_t count;
};

struct action {
    struct scalar number; // "2.1.3A"; where the plan has no numbers, by its place
    struct position at;   // of its map
    bool is_numbered;     // the plan has its number
    struct former_numbers former;
    struct scalar title; // `kort`: model/plan/title.h
    struct prose text;
    struct scalar_list owners;
    struct scalar_list support;
    struct year_marks years;
    struct scalar_list see;
    struct scalar same_as;
    struct scalar_list depends_on;
    struct scalar_list decided_by; // case numbers
    struct told_status status;
    struct scalar progress; // "60 %"
    struct deadline deadline;
    struct prose remark;
    struct prose comment;
    struct web_links links;
    // Found by plan_read():
    size_t order;                    // its place among all actions, from 0
    const struct action *original;   // whose text, owners and years are shown; mostly itself
    const struct action *first_copy; // the actions that are shown as this one
    const struct action *next_copy;
    struct scalar_list waiting; // the numbers of those that depend on it
};

struct action_items {
    struct action *items;
    size_t count;
};

struct goals {
    struct goal *items;
    size_t count;
};

// A heading between an area and actions: a goal, or a goal below another. Actions that are right
// below their area have a goal without a text, which no document shows.
struct goal {
    struct scalar number; // by its place where the plan has no numbers; empty without a text
    struct position at;
    bool is_numbered;
    struct former_numbers former;
    struct prose text;
    struct prose remark;
    struct scalar_list patient_groups; // ids of the strategy
    struct scalar_list decided_by;
    struct web_links links;
    struct action_items actions;
    struct goals parts; // as they are read; plan->areas has them after this one
    // Found by plan_read():
    int depth;                // GOAL_…
    const struct goal *above; // of one that is below another; or NULL
};

enum { GOAL_UNSAID, GOAL_MAIN, GOAL_PART };

// What the columns are called in an area, where it differs.
struct column_titles {
    struct scalar number;
    struct scalar goal;
    struct scalar action;
};

// Actions without any heading are in an area without a name, which no document shows.
struct area {
    struct scalar number;
    struct position at;
    bool is_numbered;
    struct scalar name;
    struct prose remark;
    struct web_links links;
    struct column_titles columns;
    struct action_items actions; // as they are read; `goals` has them, too
    struct goals goals;          // from top to bottom, with their parts after them
};

// What had a number before; all of them, in no order.
struct former {
    const void *thing; // a struct action or struct goal
    const struct former_number *number;
    struct former *next;
};

// What a level of the plan is called.
struct level_name {
    struct scalar name;
    struct scalar plural; // empty: the same
};

enum { MOST_LEVELS = 4 };

// A level by what is on it, from the top.
enum level_kind { LEVEL_AREAS, LEVEL_GOALS, LEVEL_PARTS, LEVEL_ACTIONS, LEVEL_KINDS };

// When a plan is in force.
struct in_force {
    struct dated from; // the first day
    struct dated until;
};

struct plan {
    const struct source *source;
    bool is_whole; // or has its numbers alone: plan_read_numbers()
    struct scalar title;
    struct scalar id;         // what references call it; where it is not written, its first year
    struct in_force in_force; // as it is written: plan_first_day()
    struct scalar owner;      // a body; its case numbers are meant where none is named
    struct choice language;
    struct period period;
    struct {
        struct area *items;
        size_t count;
    } areas;
    struct {
        struct level_name *items; // from the top; the last is that of the actions
        size_t count;
    } levels;                     // none: as in the labels
    struct own_statuses statuses; // its own words for how actions stand
    struct status_scale scale;
    struct action_items direct_actions; // as they are read; `areas` has them, too
    struct index actions;               // number → struct action
    struct index goals;                 // number → struct goal
    struct index former_actions;        // number → struct former (model/plan/numbers.h)
    struct index former_goals;
    size_t action_count;
    bool has_owners; // somebody is responsible for one of its actions
};

// Where the plan is in a tree that has one. Others are beside it: "plan/action-plan-2026.yaml".
#define PLAN_PATH "plan/action-plan.yaml"

// Whether a file of plan/ is a plan that references may mean: by its name.
bool plan_may_be(struct text path);

// The days on which it is in force: those of `gjelder`, else of its years. Year 0: not known.
struct date plan_first_day(const struct plan *plan);
struct date plan_last_day(const struct plan *plan);
bool plan_is_in_force(const struct plan *plan, struct date day);

// "2.1.3A": numbers with periods between, and perhaps a letter at the end.
bool plan_number_is_good(struct text number);

// Reads the file, indexes it and resolves what its actions say of each other. NULL after a report
// that the file cannot be read; other faults are reported only.
struct plan *plan_read(struct sources *sources, struct text path);

// The same with the numbers of goals and actions and what these are called for short alone, for
// those that only refer to them: no text is read, and what is wrong with the texts is not reported.
struct plan *plan_read_numbers(struct sources *sources, struct text path);

// Fills in former_actions and former_goals, with what is not elsewhere; part of plan_read(), and of
// copying a plan.
void plan_index_former_numbers(struct plan *plan, struct arena *arena);

// A plan is read as it is written, with actions below a goal, a goal's part, an area, or nothing.
// This gives actions that are right below their area, or below nothing, a goal or an area without
// words, puts the parts of a goal after it, and numbers what the plan gives no number by its place:
// areas, goals or actions, all or none. Part of plan_read().
void plan_arrange(struct plan *plan, struct arena *arena);

// How many levels the plan uses, and what it calls one of them: NULL where it does not say.
size_t plan_depth(const struct plan *plan);
const struct level_name *plan_level(const struct plan *plan, enum level_kind kind);

// Whether the plan has words for it: a name of the area, a text of the goal.
bool area_is_said(const struct area *area);
bool goal_is_said(const struct goal *goal);

// All actions in their order.
struct plan_walk {
    const struct plan *plan;
    size_t area; // of the last action that was given,
    size_t goal; // and its goal
    size_t action;
};

// The next action, or NULL after the last. Begin with {plan}.
const struct action *plan_next_action(struct plan_walk *walk);

// The status of an action, STATUS_…: its own, or that of its original; -1 where there is none.
int action_status(const struct action *action);

// The same as a place in the scale of the plan.
int action_status_place(const struct action *action);

// The word for it in messages: the plan's own, or a general one; empty where there is none.
const char *action_status_name(const struct action *action, struct arena *arena);

// How far an action has come, in per cent: its own progress, or that of its original; false where
// none is given.
bool action_progress(const struct action *action, int *percent);

// Whether an area's number is a whole number, written without leading zeros; if so, it is in
// `*number`.
bool area_number(const struct area *area, int *number);

// The mark of an action in a year; MARK_NONE where there is none.
enum mark action_mark(const struct action *action, int year);

// "60 %" or "60%"; false when it is not a percentage of 0 to 100.
bool progress_parse(struct text text, int *percent);

// The keys of an action plan.
extern const struct shape plan_shape;

// For binding tables: a struct scalar whose text is a percentage, a number of the plan, the id of
// one.
extern const struct form progress_form;
extern const struct form outline_number_form;
extern const struct form plan_id_form;

#endif
