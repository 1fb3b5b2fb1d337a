// SPDX-License-Identifier: MIT
// The first files of a new tree, made of those that are installed.

#ifndef FELLESSKAP_DOCUMENT_NEWTREE_H
#define FELLESSKAP_DOCUMENT_NEWTREE_H

#include "base/newfolder.h"
#include "model/organisation/organisation.h"

// Each "@NAME@" in a file is replaced by its value, written as the format of the file wants it.
struct new_tree {
    struct text share; // the folder share/fellesskap of the installation
    struct text name;  // of the cooperation
    enum language language;
    struct text forge; // "github" or "gitlab", whose CI files it gets; empty: none
};

struct new_tree_files {
    struct new_file *items;
    size_t count;
    struct text fault; // the path of what could not be read, with errno set; empty: there is none
};

// The files below share/fellesskap/tree: of the folder of the language, LES-MEG.md first, of the
// folder "all", and of that of the forge. "dot-" at the start of a name is the period of a hidden
// file. The order is that of their paths in each folder.
struct new_tree_files new_tree_files(const struct new_tree *tree, struct arena *arena);

// Whether the text can be the name of a cooperation: one line of UTF-8 with nothing invisible.
bool new_tree_name_is_good(struct text name);

#endif
