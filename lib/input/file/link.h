// SPDX-License-Identifier: MIT
// Links are not followed: one in the tree can lead to any file of the machine, whose lines would be
// shown and published.

#ifndef FELLESSKAP_INPUT_FILE_LINK_H
#define FELLESSKAP_INPUT_FILE_LINK_H

#include "base/arena.h"
#include "base/text.h"

#include <stdbool.h>
#include <sys/types.h>

// What a file that is not a regular one is, in the reader's language: "a folder", "a named pipe".
const char *file_kind_word(mode_t mode);

// Whether the path has a link in it. Of a path from the root that is the part below the current
// folder; where it does not go there, none counts: it is installed, or the user has named it.
// `*plain` is a folder of the tree that is known to have none, and becomes that of the path; empty:
// none is known.
bool path_has_link(struct text path, struct text *plain, struct arena *arena);

#endif
