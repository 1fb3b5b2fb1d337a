// SPDX-License-Identifier: MIT
// Earlier revisions of the tree, as git has them.

#ifndef FELLESSKAP_INPUT_FILE_REVISION_H
#define FELLESSKAP_INPUT_FILE_REVISION_H

#include "base/arena.h"
#include "base/text.h"

// Puts the files that the current folder had in a revision ("v1", "HEAD~3") into `folder`, which is
// empty. False with the reason in `*fault`, for people; git's own words are in it.
bool revision_export(struct text revision, struct text folder, struct arena *arena,
                     struct text *fault);

#endif
