// SPDX-License-Identifier: MIT
// A folder of many files that is rebuilt beside the old one and replaces it in one step. A reader
// sees the old one or the new one, even if the run is killed.
//
// The new folder is ".NAME-new" beside the old one, and the name of what it has replaced until that
// is removed. Where the file system cannot exchange two folders, the old one is ".NAME-old", and
// for a moment there is none of its name. One run at a time works on a folder: the caller has a
// lock.

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
    enum { STAGING_AS_IT_WAS, STAGING_EXCHANGED, STAGING_MOVED, STAGING_REMOVED } replaced;
};

// Nothing is done on disk yet.
void staging_init(struct staging *staging, struct text folder, const char *name,
                  struct arena *arena);

// Cleans up what a killed run has left: afterwards the target is whole, if it ever was.
void staging_recover(const struct staging *staging);

// Makes the new folder, which is empty, unless that has been done. False with errno set.
bool staging_begin(struct staging *staging);

// A file of the new folder, by its path in it: a link to the file `from`, or its copy where the
// file system has no links; or new content. The new folder must have been made. False with errno
// set.
bool staging_link(struct staging *staging, struct text path, struct text from);
bool staging_write(struct staging *staging, struct text path, struct text content);

// The path of a file in the new folder, for writing it; the folders on the way are made.
struct text staging_path(struct staging *staging, struct text path);

// Replaces the old folder, if there is one, by the new one; or by none. The old one is kept until
// staging_settle(). False with errno set: it is as it was.
bool staging_exchange(struct staging *staging);
bool staging_remove(struct staging *staging);

// After these: removes the old folder, or puts it back. Without them nothing is done.
void staging_settle(struct staging *staging);
void staging_undo(struct staging *staging);

// Removes the new folder.
void staging_discard(struct staging *staging);

#endif
