// SPDX-License-Identifier: MIT
// Files in plan/ and meetings/ that nothing reads.

#ifndef FELLESSKAP_CHECK_TREE_FILES_H
#define FELLESSKAP_CHECK_TREE_FILES_H

#include "model/tree/repository.h"

// Reports documents that have not been read, attachments that no paper lists (file-not-read), and
// links (file-kind). Call it after the other checks: a file that they have reported is not reported
// again.
void check_files(const struct repository *repository);

#endif
