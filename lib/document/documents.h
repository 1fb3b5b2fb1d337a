// SPDX-License-Identifier: MIT
// The header of document/, the table of all documents: what each is made of, what it is called,
// which formats it has, when it is due, and what makes it. A command makes one of them; tree-build
// makes them all.

#ifndef FELLESSKAP_DOCUMENT_DOCUMENTS_H
#define FELLESSKAP_DOCUMENT_DOCUMENTS_H

#include "document/maker.h"
#include "model/grants/grants.h"
#include "model/meeting/approval.h"
#include "model/meeting/audience.h"
#include "model/tree/repository.h"
#include "view/decisions/decisions.h"
#include "view/meeting/meeting.h"
#include "view/plan/matrix.h"
#include "view/status/status.h"

// What a document is made of. There is one of its kind for each plan, grant, register or meeting,
// or a single one of the strategy, of all grants, of all meetings or of the organisation.
enum document_subject {
    SUBJECT_PLAN,
    SUBJECT_STATUS, // a status note, or the plan as it is now
    SUBJECT_NOTE,   // a status note that has slides
    SUBJECT_STRATEGY,
    SUBJECT_GRANT,
    SUBJECT_GRANTS, // several together
    SUBJECT_MEETING,
    SUBJECT_MEETINGS,
    SUBJECT_REGISTRY,
    SUBJECT_YEAR, // what comes again, with all meetings, grants and plans
    SUBJECT_ORGANISATION
};

// What can be chosen of a document. tree-build leaves everything zero.
// Each kind looks at its own.
struct document_choices {
    struct date today; // year 0: no day, and nothing is late
    enum audience audience;
    struct matrix_selection matrix;
    struct decision_selection decisions; // its `today` is the one above
    enum calendar_method method;         // of a notice's calendar; none: CALENDAR_PUBLISH
    bool shows_changes;                  // of minutes: what a decision changes in its proposal
    int year;          // that a grant's report is for; 0: all. Of the year wheel; 0: the last
    struct text body;  // whose year or page it is; empty: everybody's
    struct date since; // with which a status is compared; year 0: with the note before
};

// One document: a row of the table, and what it is made of. What document_open() has found follows
// it.
struct document {
    const struct document_kind *kind;
    const struct repository *repository;
    struct document_choices choices;
    const struct plan *plan;        // NULL for other subjects, as is
    const struct status_note *note; // of the plan; NULL: how it is now
    const struct strategy *strategy;
    const struct grant *grant;             // with
    const struct payments *payments;       // of which some may be missing,
    const struct combined_grant *together; // several, as they were read
    size_t together_count;
    const struct meeting *meeting;         // as the audience may see it, and
    const struct meeting *const *meetings; // all, as the public may see them
    size_t meeting_count;
    const struct decisions *decisions; // of all meetings
    const struct registry *registry;
    const struct year_wheel *year;
    const struct approval *approval; // of a meeting's minutes, or NULL
    struct date last_meeting;        // of all meetings; year 0: there are none
    struct text_list operands;       // of a document of several things: their files
};

struct document_kind {
    const char *name; // "action-plan"
    const char
        *templates; // "matrix": its templates are matrix.html, matrix.md, … with their styles
    // Of its files. "packet"; one that begins with '-' comes after the stem of the source's file
    // ("-report": grant-2024-report), and an empty one is that alone.
    const char *stem;
    const char *command; // that makes it alone, "grant-sheet",
    const char *options; // and how it is asked, "--report"; empty: without
    const char
        *label; // its name in a list, before its title if it has one: in labels.*.txt; NULL: none
    enum document_subject subject;
    bool is_slides;       // its Markdown is made into PPTX, not into DOCX
    const char *formats;  // "md html xlsx json", as in format_names; the first is the usual one
    const char *also;     // those that its command makes besides, for one who asks; or NULL
    bool for_members;     // the members have one of their own, where something is exempt
    bool knows_day;       // its command takes -d
    bool has_attachments; // PDFs may be attached to it
    bool needs_papers;    // with their texts: of a meeting, what is in front of them is always read
    bool needs_approval;  // which case has approved the minutes
    // Checks what must be right for this document beyond what plan-check looks at, and reports it.
    // NULL: nothing.
    void (*check)(const struct document *document);
    // A message about wrong choices that only the tree reveals; empty where they are right. NULL:
    // they always are.
    struct text (*misuse)(const struct document *document);
    // Whether it can be made yet, in this format; asked where plan-check finds no error. NULL:
    // always. What is not due is no error.
    bool (*is_due)(const struct document *document, enum format format);
    // Writes one format. False after a report to maker->diagnostics, or with the reason in
    // maker->message where it could not be written.
    bool (*write)(const struct document *document, enum format format, struct document_maker *maker,
                  struct output *output);
};

extern const struct document_kind document_kinds[];
extern const size_t document_kind_count;

// The row of this name; NULL where no row has it.
const struct document_kind *document_kind_find(struct text name);

// Reads and checks what a document is made of, into a repository of which the organisation has been
// read: `document` has its kind and choices. What is wrong is in the repository's diagnostics, or
// in `*misuse`; false where there is nothing to go on with.
bool document_open(struct document *document, struct repository *repository, struct text operand,
                   struct text *misuse);

// Whether it is due in a format that its kind has.
bool document_is_due(const struct document *document, enum format format);

// The language that it is in: that of its source, or of the tree.
enum language document_language(const struct document *document);

// Where its files are in the site (docs/addresses.md): "2024-10-29-asu", or empty for its root.
// Those for the members (choices.audience) are there in a site of their own. The second returns
// their name without the suffix.
struct text document_folder(const struct document *document);
struct text document_stem(const struct document *document, struct arena *arena);

// What follows its stem: "html", "360giving.json", "einnsyn".
const char *document_suffix(enum format format);

// Writes one format of it, as document_kind.write does. maker->labels are of its language.
bool document_write(const struct document *document, enum format format,
                    struct document_maker *maker, struct output *output);

#endif
