// SPDX-License-Identifier: MIT
// Files in plan/ and meetings/ that nothing reads.

#ifndef FELLESSKAP_CHECK_TREE_FILES_H
#define FELLESSKAP_CHECK_TREE_FILES_H

#include "model/tree/repository.h"

struct listed_files {
    const struct repository *repository;
    struct index folders;     // of the meetings whose papers are all known
    struct index attachments; // "meetings/2024-10-29-asu/vedlegg/a.pdf" → struct meeting
};

void listed_files_init(struct listed_files *listed, const struct repository *repository);

// The attachments that the papers of a meeting list.
void listed_files_add(struct listed_files *listed, const struct meeting *meeting);

// Reports documents that have not been read, attachments that no paper lists (file-not-read), and
// links that lead elsewhere (file-kind). Call it when all has been read.
void check_files(const struct listed_files *listed);

#endif
