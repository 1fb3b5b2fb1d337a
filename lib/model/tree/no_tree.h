// SPDX-License-Identifier: MIT
// The message in a folder that is not a document tree, and how to write the first one.

#ifndef FELLESSKAP_MODEL_TREE_NO_TREE_H
#define FELLESSKAP_MODEL_TREE_NO_TREE_H

#include "input/file/source.h"

// Whether the current folder has nothing of a document tree.
bool is_no_tree(const struct sources *sources);

// Reports what a tree is, and which of the folders above is one.
void report_no_tree(const struct sources *sources, struct text organisation_path);

// The example year and committee are those of the tree: of its newest meeting, a folder
// "meetings/2024-10-29-asu", and of its first body. Empty text: it has none.
void choose_examples(struct sources *sources, const struct text_list *folders, struct text body);

#endif
