// SPDX-License-Identifier: MIT
// The files that a report is about, where it is not about all of them.

#ifndef FELLESSKAP_CHECK_TREE_SELECTION_H
#define FELLESSKAP_CHECK_TREE_SELECTION_H

#include "model/tree/repository.h"

struct selection {
    const struct repository *repository;
    struct text working_folder; // absolute
    struct index known;         // files that have been read or reported on, and their folders
    struct index chosen;        // likewise, as messages name them
};

// An empty one, after everything has been checked.
void selection_init(struct selection *selection, const struct repository *repository,
                    struct text working_folder);

// Takes a file or folder as a user names it: "./plan//x.yaml", "plan/../plan/x.yaml", or absolute.
// False where it is not one that is read: `*why` then gives the reason.
bool selection_add(struct selection *selection, struct text name, struct text *why);

// Leaves only the diagnostics of its files.
void selection_apply(struct selection *selection);

// Its files, by name.
struct text_list selection_files(const struct selection *selection);

#endif
