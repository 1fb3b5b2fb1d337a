// SPDX-License-Identifier: MIT
// All files in plan/ and meetings/, whether something reads them or not.

#ifndef FELLESSKAP_MODEL_TREE_FILES_H
#define FELLESSKAP_MODEL_TREE_FILES_H

#include "model/tree/repository.h"

// Lists them in repository->files, by the order of their folders, without those in folders that are
// too deep. Names that cannot be shown are reported. Call it when all else has been read.
void list_all_files(struct repository *repository);

#endif
