// SPDX-License-Identifier: MIT
// A folder of files that is written whole or not at all, and never replaces another.

#ifndef FELLESSKAP_BASE_NEWFOLDER_H
#define FELLESSKAP_BASE_NEWFOLDER_H

#include "base/arena.h"
#include "base/text.h"

struct new_file {
    struct text name;     // in the folder; may contain folders: "vedlegg/notat.pdf"
    struct text content;  // what it holds
    struct text original; // or the path of a file that it is a copy of; empty: none
};

// Writes the files to a folder beside `path`, syncs them, and gives it the name `path`; the folder
// around it is made where it is missing. False with errno set when that failed, EEXIST when there
// is something of that name, EINTR when signals are held (base/hold.h) and one is waiting; nothing
// is left in these cases. What a killed run has left there is removed.
bool new_folder_write(struct text path, const struct new_file *files, size_t count,
                      struct arena *arena);

// Removes the folder again, with these files and no others.
void new_folder_remove(struct text path, const struct new_file *files, size_t count,
                       struct arena *arena);

#endif
