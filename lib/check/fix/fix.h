// SPDX-License-Identifier: MIT
// What is certain about mending faults is done in the files themselves, and nothing else in them.

#ifndef FELLESSKAP_CHECK_FIX_MEND_H
#define FELLESSKAP_CHECK_FIX_MEND_H

#include "check/fix/join.h"
#include "model/tree/repository.h"

struct mending_list {
    struct mending *items; // by path
    size_t count;
    struct text *refusals; // sentences: files that are left alone, and why
    size_t refusal_count;
};

// One round: all fixes of the diagnostics, which are sorted; where two touch each other, the first.
// Files that lie outside `working_folder` (absolute, without links), by a link, are left alone, and
// those that have changed since they were read. `*list` has what was found in the rounds before,
// after which the repository has been read anew, and gets what is found now. False where that is
// nothing.
bool mend_plan(const struct repository *repository, struct text working_folder,
               struct mending_list *list);

// The files as they will be stand for those on the disk from now on.
void mend_show(const struct mending_list *list, struct sources *sources);

// The file as it is with its fixes.
struct text mend_text(const struct mending *mending, struct arena *arena);

// Replaces the file by what mend_text() gives, synced to disk. False with errno set when that
// cannot be done: then the file is as it was.
bool mend_write(const struct mending *mending, struct arena *arena);

#endif
