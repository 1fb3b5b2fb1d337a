// SPDX-License-Identifier: MIT
// Cases without a meeting: papers in meetings/queue/, which have the committee (`utvalg`) and
// perhaps the minutes (`minutter`) where others have their number.

#ifndef FELLESSKAP_MODEL_MEETING_QUEUE_H
#define FELLESSKAP_MODEL_MEETING_QUEUE_H

#include "model/meeting/casepaper.h"

// Where cases wait that have no meeting yet.
#define QUEUE_FOLDER "meetings/queue"

struct queued_case {
    struct source *source;
    struct scalar committee;
    struct number minutes;
    struct text yaml, body;         // the parts of the file
    struct scalar number;           // the value of 'sak', which it must not have; reported
    const struct case_paper *paper; // as it is with some number; NULL: it cannot be read
};

struct queue {
    struct queued_case *items; // by the names of their files
    size_t count;
    struct text_list files; // of its folder, and of the attachments in it
};

// The papers among the files of its folder. Of the data in front of them, only what the queue needs
// is read; papers for `committee` (empty: all papers) are read whole. Faults are reported.
struct queue queue_read(struct sources *sources, const struct organisation *organisation,
                        struct text_list files, struct text committee);

// The content of the case's paper once the case has a number. `paper` of the queued case is not
// NULL.
struct text queue_paper_text(const struct queued_case *queued, struct text number,
                             struct arena *arena);

// The keys that a case of the queue has beside those of a paper.
extern const struct shape queued_case_shape;

// A key of a paper, and the line that takes the place of its lines; empty: none.
struct front_edit {
    const char *key;
    struct text line;
};

// The YAML in front of a paper with keys of the first level replaced. With `same_lines`, each other
// line keeps its number.
struct text front_edited(struct text yaml, const struct front_edit *edits, size_t count,
                         bool same_lines, struct arena *arena);

#endif
