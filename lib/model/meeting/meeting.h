// SPDX-License-Identifier: MIT
// A meeting and its agenda (meetings/DATE-COMMITTEE/meeting.yaml).

#ifndef FELLESSKAP_MODEL_MEETING_MEETING_H
#define FELLESSKAP_MODEL_MEETING_MEETING_H

#include "model/meeting/casepaper.h"

struct clock_time {
    int minutes; // since midnight
    struct position at;
};

struct clock_span {
    int from;
    int to; // 0: when it ends is not said
    struct position at;
};

// For binding tables: "13.00–17.00", or the start alone.
extern const struct form clock_span_form;

// Something about the meeting that has changed since the notice was sent.
struct meeting_change {
    struct dated date;
    struct scalar change; // "Nytt møtested: …"
};

// What is to be done after an item without a number.
struct follow_ups_of_item {
    struct follow_up *items;
    size_t count;
};

struct agenda_item {
    struct scalar case_number; // one of these three is given
    struct number pause;       // minutes
    struct scalar text;
    struct number minutes;
    struct clock_time fixed_start; // kl
    struct scalar_list responsible;
    struct scalar group;        // gruppe: the heading below which it is, with its neighbours
    struct scalar title;        // of a case that has no paper yet
    struct exemption exemption; // likewise
    struct prose_list points;
    struct prose record;                  // referat: what was said, of an item without a number
    struct follow_ups_of_item follow_ups; // oppfølging, likewise
    struct position at;
    // Found by meeting_read():
    const struct case_paper *paper;
    int from; // minutes since midnight; of an agenda without minutes 0, or kl
    int to;
};

// By what the agenda is cut into groups, beside the groups that its items name.
enum agenda_grouping { GROUPED_BY_TYPE };

// A case that somebody raised under "eventuelt".
struct raised_case {
    struct scalar title;
    struct scalar_list raised_by;
    struct prose text;
};

// Somebody who was at the meeting: of the organisation, or a guest.
struct attendee {
    struct scalar who;        // one of these two is given
    struct scalar guest;      // the name of a guest
    struct scalar position;   // stilling
    struct scalar belongs;    // tilhører: where a guest comes from
    struct scalar represents; // representerer: the body that somebody was there for
    struct scalar remark;     // merknad
    struct scalar from_case;  // fra-sak: there from this case on; empty: from the start
    struct scalar to_case;    // til-sak: and up to this one; empty: to the end
};

struct attendees {
    struct attendee *items;
    size_t count;
};

// When and how minutes were approved that no case has approved: by mail, or in the meeting itself.
struct minutes_approval {
    struct dated date;
    struct scalar how;
};

// What is written down when the meeting has been held (protokoll).
struct minutes {
    struct clock_span time; // where it differs from the notice
    struct scalar chair;
    struct scalar secretary; // referent
    struct attendees present;
    struct substitutions absent;
    struct attendees others; // present without a vote
    struct {
        struct raised_case *items;
        size_t count;
    } raised;
    struct choice attendance; // oppmøte: enum attendance_form; that of the body if not given
    struct minutes_approval approved; // godkjent: without a case of a later meeting
    struct prose remark;
    struct position at; // line 0: there are none yet
};

struct meeting {
    const struct source *source;
    struct text folder; // "meetings/2024-10-29-asu"
    struct scalar committee;
    struct scalar number; // "5/24"
    struct choice language;
    struct dated date;
    struct scalar_list moved_from; // flyttet-fra: names that its folder had, "2024-10-29-asu"
    struct clock_span time;
    struct scalar place;
    struct scalar archive; // arkivsak
    struct prose remark;
    struct dated sent;          // when the notice was
    struct scalar caller;       // innkaller: who calls the meeting
    struct scalar_list invited; // innkalt
    struct {
        struct meeting_change *items;
        size_t count;
    } changes;
    struct meeting_change cancelled; // avlyst: when, and why
    struct choice grouping;          // grupper: enum agenda_grouping
    struct {
        struct agenda_item *items;
        size_t count;
    } agenda;
    struct minutes minutes;
    struct text_list files; // of its folder, and of the attachments in it
};

// How much of the papers is read. A case with its title on the agenda needs no paper, except with
// PAPERS_WHOLE.
enum papers {
    PAPERS_NONE,  // nothing of them
    PAPERS_FRONT, // the data in front of the text
    PAPERS_WHOLE,
    PAPERS_PRESENT, // whole, as far as they are there
};

// Reads the meeting in a folder (its meeting.yaml may be named instead), and the paper of each of
// its cases. NULL after a report that meeting.yaml cannot be read; other faults are reported only.
struct meeting *meeting_read(struct sources *sources, struct text folder, enum papers papers);

// The path of a case's paper in a meeting's folder: "41/24" → "FOLDER/41-24.md".
struct text case_paper_path(struct arena *arena, struct text folder, struct text case_number);

// Whether a file of a meeting's folder looks like the paper of a case by its name: "50-24.md", "Sak
// 50-24.MD", and not "saksliste.md".
bool case_paper_may_be(struct text path, struct arena *arena);

// The exemption of an item's case: from its paper, or from the agenda where it has no paper.
const struct exemption *agenda_item_exemption(const struct agenda_item *item);

// The paper of an item; of one without a number what the item itself says: its title and
// follow-ups, without number and source. NULL: a case without its paper, or a break.
const struct case_paper *agenda_item_paper(const struct agenda_item *item, struct arena *arena);

bool meeting_is_cancelled(const struct meeting *meeting);

// The day that the meeting was last changed, cancelled or sent out; its own date where none is
// given.
struct date meeting_last_change(const struct meeting *meeting);

// The paper of the first case of a type on the agenda, or NULL.
const struct case_paper *meeting_paper_of_type(const struct meeting *meeting, enum case_type type);

// Under which item cases are raised in the meeting: a case of the type eventuelt, or an item
// without a number that is called so. NULL: there is none.
const struct agenda_item *meeting_any_other_item(const struct meeting *meeting,
                                                 struct arena *arena);

// Whether somebody was there when the item was treated.
bool attendee_is_at(const struct attendee *attendee, const struct meeting *meeting,
                    const struct agenda_item *item);

// The item of a case on the agenda, by its number as written; NULL: there is none.
const struct agenda_item *meeting_item_of(const struct meeting *meeting, struct text number);

// How many can vote on an item: those present, and the deputies of those who are not.
size_t meeting_voters(const struct meeting *meeting, const struct agenda_item *item);

// Whether the agenda says how long its cases take. Where it does not, nobody knows when they begin.
bool meeting_has_minutes(const struct meeting *meeting);

// Minutes that an item takes: of a pause or of a case; 0 when no duration is given.
int agenda_item_minutes(const struct agenda_item *item);

// The keys of a meeting.
extern const struct shape meeting_shape;

#endif
