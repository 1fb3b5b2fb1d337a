// SPDX-License-Identifier: MIT
// The parts of reading: what has been looked for already, and fetching what files name.

#ifndef FELLESSKAP_MODEL_TREE_READER_H
#define FELLESSKAP_MODEL_TREE_READER_H

#include "model/tree/repository.h"

struct reader {
    struct repository *repository;
    struct arena *arena;
    struct index papers;   // path → struct case_paper, as whole as it has been read
    size_t owned, fetched; // of repository->sources.named
    bool reads_all;        // what is named is fetched when all has been read
    bool has_earlier_cases;
    bool has_all_papers; // their places
    bool has_plans;      // all that references may mean
    bool has_notes;
    size_t read_count;   // of sources->read, before the first silence
    size_t silences;     // how deep they are nested
    struct index shown;  // actions, by their numbers
    struct index bodies; // ids in lower case → struct body
};

void reader_init(struct reader *reader, struct repository *repository);

// Who names something: a file, or the folder of a meeting, whose case numbers are those of
// `committee`, and whose plan is that of its day (year 0: today's).
struct namer {
    struct text by;
    struct text committee;
    struct date day;
};

// Says who has named what was named since the last call.
void reader_owns(struct reader *reader, struct namer namer);

// The case, if it is there: from then on repository_case() knows it.
void reader_fetch_case(struct reader *reader, struct text committee, struct text number);

// The paper of a known case with its text, read in silence.
void reader_fetch_whole_paper(struct reader *reader, struct text committee, struct text number);

void reader_read_earlier_cases(struct reader *reader);

// Where papers are, in all folders of meetings/, or in those that may have the case.
void reader_find_papers(struct reader *reader);
void reader_find_paper(struct reader *reader, struct text committee, struct text number);

// Whether the notice of the meeting in a folder has been sent: from then on repository_is_sent()
// knows it. If `meeting` is NULL, it has not been read, and is read in silence.
void reader_note_sent(struct reader *reader, struct text folder, const struct meeting *meeting);

// All cases that have a paper, also those that are on no agenda: these are read in silence.
void reader_add_all_cases(struct reader *reader);

// A single paper: the data in front of it, or the whole. NULL after a report.
const struct case_paper *reader_read_paper(struct reader *reader, struct text path, bool body);

// Until reader_speaks(), reports are dropped, and files that are read are not added to
// sources->read, so that they are not checked. Calls may be nested.
struct diagnostics *reader_is_silent(struct reader *reader, struct diagnostics *silent);
void reader_speaks(struct reader *reader, struct diagnostics *diagnostics);

#endif
