// SPDX-License-Identifier: MIT
// The tree as it was in an earlier revision.

#ifndef FELLESSKAP_CMD_EARLIER_H
#define FELLESSKAP_CMD_EARLIER_H

#include "model/tree/repository.h"

// Reads the whole tree of a revision into `earlier`; what is wrong with it is in diagnostics of its
// own. False with the reason in `*fault`, for people. The process works in another folder
// meanwhile.
bool earlier_read(struct repository *earlier, struct text revision, struct arena *arena,
                  struct text *fault);

#endif
