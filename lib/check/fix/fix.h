// SPDX-License-Identifier: MIT
// The fixes that are certain are done in the files themselves, and nothing else in them.

#ifndef FELLESSKAP_CHECK_FIX_FIX_H
#define FELLESSKAP_CHECK_FIX_FIX_H

#include "check/fix/join.h"
#include "model/tree/repository.h"

struct fixed_files {
    struct fixed_file *items; // by path
    size_t count;
    struct text *refusals; // sentences: files that are left alone, and why
    size_t refusal_count;
};

// One round: all fixes of the diagnostics, which are sorted; where two touch each other, the first.
// Files that are outside `working_folder` (absolute, without links) through a link are left alone,
// and so are those that have changed since they were read. `*list` has what was found in earlier
// rounds, after which the repository was read again; what is found now is added. False where
// nothing is found.
bool fixes_collect(const struct repository *repository, struct text working_folder,
                   struct fixed_files *list);

// From now on the fixed files are read in place of those on the disk.
void fixes_show(const struct fixed_files *list, struct sources *sources);

// Replaces the file by what it is with its fixes, synced to disk. False with errno set when that
// cannot be done: then the file is as it was.
bool fixed_file_write(const struct fixed_file *file, struct arena *arena);

#endif
