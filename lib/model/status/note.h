// SPDX-License-Identifier: MIT
// A status note (statusnotat): what was reported on a day, of the actions of the plan and of the
// goals of other plans. It stays as it was; what is true now is in the plan.

#ifndef FELLESSKAP_MODEL_STATUS_NOTE_H
#define FELLESSKAP_MODEL_STATUS_NOTE_H

#include "model/plan/plan.h"

struct reported_action {
    struct scalar number;
    struct told_status status;
    struct scalar progress;
    struct prose comment;
    struct scalar origin; // where that was told, if not in the note's case
};

struct reported_goal {
    struct scalar number; // in its part; may be empty
    struct prose text;
    struct scalar status;  // a word of the part's scale; empty: none was given
    struct scalar same_as; // the number of the goal in this part that has the status
    struct prose comment;
};

struct goal_group {
    struct scalar name;
    struct prose remark;
    struct choice listed; // the note only names them: they are not counted
    struct {
        struct reported_goal *items;
        size_t count;
    } goals;
};

// The goals of another plan.
struct note_part {
    struct scalar name;
    struct scalar plan;
    struct scalar_list scale; // the words of its statuses, from the worst to the best
    struct prose remark;
    struct {
        struct goal_group *items;
        size_t count;
    } groups;
};

// What is shown when the note is presented: a subject.
struct slide {
    struct scalar title;
    struct scalar_list actions; // how they stand is taken from the note
    struct prose_list points;
    struct prose script; // for who speaks
};

struct status_note {
    const struct source *source;
    struct scalar title; // may be empty
    struct scalar owner; // the body whose case numbers are meant; empty: that of the plan
    struct scalar plan;  // the id of the plan that it is on; empty: that in force on its day
    struct choice language;
    struct dated date;
    struct scalar reported_in; // the case; may be empty
    struct prose text;
    struct {
        struct reported_action *items;
        size_t count;
    } actions;
    struct {
        struct note_part *items;
        size_t count;
    } parts;
    struct {
        struct slide *items;
        size_t count;
    } slides;
    struct prose appendix;
};

// All notes of a tree, by their days.
struct status_notes {
    const struct status_note **items;
    size_t count;
};

// plan/status-ID.yaml. NULL after a report that the file cannot be read; other faults are reported
// only. Then status_note_settle().
struct status_note *status_note_read(struct sources *sources, struct text path);

// Finds its statuses among the words of the plan that it is on; NULL: the general ones alone.
void status_note_settle(struct sources *sources, const struct status_note *note,
                        const struct plan *plan);

// Whether a file of plan/ is read as a status note where one document is made: by its name.
bool status_note_may_be(struct text path);

// Puts a note in its place.
void status_notes_add(struct status_notes *notes, const struct status_note *note,
                      struct arena *arena);

// Whether a note gives the goals of a group no status of their own, on purpose.
bool goal_group_is_listed(const struct goal_group *group);

// The status of a goal, its own or that of the one that it is the same as; empty where none is
// given.
struct text goal_status(const struct note_part *part, const struct reported_goal *goal);

// What is written where no status was given: then the blank is no oversight.
#define GOAL_WITHOUT_STATUS "ikke oppgitt"

// The place of a word in the part's scale; -1 where it is none of them.
int scale_place(const struct note_part *part, struct text status);

// The words of the scale with commas between.
struct text scale_words(const struct note_part *part, struct arena *arena);

// The keys of a status note.
extern const struct shape status_note_shape;

#endif
