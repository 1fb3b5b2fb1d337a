// SPDX-License-Identifier: MIT
// What a document is made of, and with that which documents have no errors, in a tree that has
// some.

#ifndef FELLESSKAP_DOCUMENT_BUILD_SOUND_H
#define FELLESSKAP_DOCUMENT_BUILD_SOUND_H

#include "document/documents.h"

struct sound {
    const struct repository *repository;
    struct index faulty; // files that have errors, and the folders that they are in
    struct index names;  // named_thing.by → what it names, struct named_things
};

// `found`: what was found in the tree, all of which has been read.
void sound_init(struct sound *sound, const struct repository *repository,
                const struct diagnostics *found);

// Whether no file that a document is made of has an error: its own files and those that they name;
// of a named grant and a shown action also what these name. Where only a number of the plan is
// named, it is enough that the plan can be read.
bool sound_is(const struct sound *sound, const struct document *document);

// What a sound document is made of: paths of files and of meetings' folders, and the names of shown
// actions (model/tree/fetch.h), which are in the plan. Each once.
struct text_list sound_files(const struct sound *sound, const struct document *document);

#endif
