// SPDX-License-Identifier: MIT
// A folder of many files that is made anew beside the old one and takes its place in one step. Who
// looks sees the old one or the new one, also where the run is killed.
//
// The new folder is ".NAME-new" beside the old one. Where the file system cannot exchange two
// folders, the old one is ".NAME-old" for a moment, and there is none of its name. One run at a
// time works on a folder: the caller has a lock.

#ifndef FELLESSKAP_BASE_STAGING_H
#define FELLESSKAP_BASE_STAGING_H

#include "base/arena.h"
#include "base/text.h"

struct staging {
    struct text target; // "build/public"
    struct text fresh;  // "build/.public-new"
    struct text old;    // "build/.public-old"
    struct arena *arena;
    bool is_begun;
};

// Nothing is done on disk yet.
void staging_init(struct staging *staging, struct text folder, const char *name,
                  struct arena *arena);

// Puts right what a run has left that was killed: the target is whole after it, if it ever was.
void staging_recover(const struct staging *staging);

// Makes the new folder, which is empty, unless that has been done. False with errno set.
bool staging_begin(struct staging *staging);

// A file of the new folder, by its path in it: a link to the file `from`, or its copy where the
// file system has no links; or new content. The folder is begun. False with errno set.
bool staging_link(struct staging *staging, struct text path, struct text from);
bool staging_write(struct staging *staging, struct text path, struct text content);

// Where a file of the new folder is, for who writes it; the folders on the way are made.
struct text staging_path(struct staging *staging, struct text path);

// The new folder takes the place of the old one, which is removed. False with errno set: the old
// one is as it was.
bool staging_exchange(struct staging *staging);

// Takes the old folder away, at once.
bool staging_remove(struct staging *staging);

// Removes the new folder.
void staging_discard(struct staging *staging);

#endif
