// SPDX-License-Identifier: MIT
// A case paper (saksfremlegg): one Markdown file a case, named after its number.

#ifndef FELLESSKAP_MODEL_MEETING_CASEPAPER_H
#define FELLESSKAP_MODEL_MEETING_CASEPAPER_H

#include "model/meeting/attachment.h"
#include "model/meeting/casenumber.h"
#include "model/meeting/deadline.h"
#include "model/meeting/headings.h"
#include "model/meeting/points.h"
#include "model/organisation/organisation.h"

enum case_type {
    CASE_DECISION,
    CASE_BRIEFING,
    CASE_DISCUSSION,
    CASE_APPROVAL,
    CASE_FOR_INFORMATION,
    CASE_ANY_OTHER,
    CASE_TYPE_COUNT
};

// As they are written: "vedtak", "orientering", …
extern const char *const case_type_names[];

struct follow_up {
    struct scalar point; // of the decision: "3" or "3a"
    struct scalar_list who;
    struct deadline deadline;
    struct dated done;      // utført
    struct scalar reported; // rapportert: the case in which it was reported back
};

// What the meeting made of a case (utfall). Without one it has not been decided.
enum case_outcome {
    OUTCOME_AS_PROPOSED,
    OUTCOME_CHANGED,
    OUTCOME_POSTPONED,
    OUTCOME_WITHDRAWN,
    OUTCOME_REJECTED,
    OUTCOME_COUNT
};

// As they are written: "som forslag", "endret", …
extern const char *const case_outcome_names[];

// How the votes fell on the decision, or on one point of it.
struct vote {
    struct scalar point;
    struct number in_favour;
    struct number against;
    struct number blank;
    struct choice second; // dobbeltstemme: the chair's second vote, enum vote_side; of a tie
    struct position at;
};

enum vote_side { VOTE_FOR, VOTE_AGAINST };

// Who does not take part, in the whole meeting (forfall) or in one case (inhabil), and who came
// instead.
struct substitution {
    struct scalar who;
    struct scalar deputy;
    struct scalar reason; // of a case: why, by which letter of fvl. § 6
    struct position at;
};

struct substitutions {
    struct substitution *items;
    size_t count;
};

// A step of the case's way through the bodies.
struct case_step {
    struct scalar committee;
    struct dated date;
    struct scalar number; // its number there
};

// A part of the body under a heading of the second level; the first may have no heading.
struct case_section {
    struct text title;
    struct position at;
    enum case_section_kind kind;
    struct prose text;
    struct points points; // of what is proposed or decided
};

struct case_paper {
    const struct source *source;
    struct scalar number;
    struct scalar title;
    struct scalar subtitle;
    struct exemption exemption;
    struct choice type;
    struct scalar_list responsible;
    struct scalar_list handlers; // saksbehandler
    struct {
        struct follow_up *items;
        size_t count;
    } follow_ups;
    struct {
        struct attachment *items;
        size_t count;
    } attachments;
    struct choice outcome;
    struct {
        struct vote *items;
        size_t count;
    } votes;
    struct substitutions recused; // inhabile
    struct scalar archive;        // arkivsak: the number in the case archive
    struct {
        struct case_step *items;
        size_t count;
    } way;                      // saksgang: other bodies that have the case, before or after
    struct scalar_list follows; // følger: the cases that this one takes up again
    struct scalar_list
        approves; // godkjenner: the folders of the meetings whose minutes it approves
    struct prose body;
    bool body_is_read; // its sections are known
    struct {
        struct case_section *items;
        size_t count;
    } sections;
};

// Reads the file of a case that is named at `from`; with `body`, its text too, and looks at its
// attachments. NULL after a report that it cannot be read; other faults are reported only.
struct case_paper *case_paper_read(struct sources *sources, struct text path, bool body,
                                   struct text from_file, struct position from);

// The same of a source that has been read.
struct case_paper *case_paper_of(struct sources *sources, struct source *source, bool body);

// The first section of a kind, or NULL.
const struct case_section *case_paper_section(const struct case_paper *paper,
                                              enum case_section_kind wanted);

// True when the case has this outcome; false for a case that has none yet.
bool case_paper_came_out(const struct case_paper *paper, enum case_outcome outcome);

// How a vote came out. The chair's second vote decides a tie.
enum vote_result { VOTE_PASSED, VOTE_LOST, VOTE_TIED };
enum vote_result vote_result(const struct vote *vote);

// True of a case that came up and in which nothing was adopted: it was postponed or withdrawn, or
// the proposal as a whole was voted down.
bool case_paper_did_not_pass(const struct case_paper *paper);

// True of a case that was decided without a proposal: its section with the decision is the outcome.
bool case_paper_is_decided_alone(const struct case_paper *paper);

// A case of the type vedtak or godkjenning: it has a proposal, and, once the meeting is held, an
// outcome.
bool case_paper_needs_decision(const struct case_paper *paper);

// What is decided, or will be: the section with what was decided, until then the proposal. NULL
// where there is neither.
const struct case_section *case_paper_decided_or_proposed(const struct case_paper *paper);

// The section with what was decided: the proposal, or the wording that took its place. NULL where
// nothing was.
const struct case_section *case_paper_decision(const struct case_paper *paper);

// Whether its follow-ups are to be done: it has been decided, or there is nothing to decide in it.
bool case_paper_follow_ups_hold(const struct case_paper *paper);

// The keys of a follow-up.
extern const struct shape follow_up_shape;

// The keys of a case paper, those in front of its text.
extern const struct shape case_paper_shape;

#endif
