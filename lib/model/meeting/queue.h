// SPDX-License-Identifier: MIT
// Cases without a meeting: papers in meetings/queue/, which have the committee (`utvalg`) and
// perhaps the minutes (`minutter`) where others have their number.

#ifndef FELLESSKAP_MODEL_MEETING_QUEUE_H
#define FELLESSKAP_MODEL_MEETING_QUEUE_H

#include "model/tree/repository.h"

struct queued_case {
    struct source *source;
    struct scalar committee;
    struct number minutes;
    struct scalar number; // what stands under 'sak', which it must not have; reported
};

struct queue {
    struct queued_case *items; // by the names of their files
    size_t count;
};

// The whole queue. What stands in front of the papers is read as far as it belongs to the queue;
// faults are reported.
struct queue queue_read(struct repository *repository);

// The paper as it is when the case has got its number: its text, and what it says, read from it
// with its body. `*text` ends up as the content of a new file. NULL after a report.
const struct case_paper *queue_paper(struct repository *repository,
                                     const struct queued_case *queued, struct text number,
                                     struct text *text);

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
