// SPDX-License-Identifier: MIT
// The whole document tree: every file of plan/ and meetings/ is read and checked.

#ifndef FELLESSKAP_CHECK_TREE_EVERYTHING_H
#define FELLESSKAP_CHECK_TREE_EVERYTHING_H

#include "model/tree/repository.h"

// After repository_open(), also where that found no organisation: then what refers to bodies and
// people is not checked. Everything found is reported.
void check_everything(const struct repository *repository);

#endif
