// SPDX-License-Identifier: MIT
// Where in a tree people write.

#ifndef FELLESSKAP_MODEL_TREE_PLACES_H
#define FELLESSKAP_MODEL_TREE_PLACES_H

#include "base/text.h"

// Whether a file at `path`, by whatever way the path leads there, lies in plan/, meetings/ or
// templates/ of the tree in the current folder, or is its .plan-check.yaml. False where there is no
// such file.
bool is_file_of_tree(const char *path);

#endif
