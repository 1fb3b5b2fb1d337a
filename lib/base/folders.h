// SPDX-License-Identifier: MIT
// Whole folders: making those of a path, listing one, and removing one.

#ifndef FELLESSKAP_BASE_FOLDERS_H
#define FELLESSKAP_BASE_FOLDERS_H

#include "base/arena.h"
#include "base/text.h"

// Makes the folders that lead to a file: those of its path after byte `from`. False with errno set.
bool folders_make_way(struct text path, size_t from, struct arena *arena);

// Removes a folder and everything in it. Links are removed and not followed. What cannot be removed
// stays.
void folders_remove(struct text path);

// The paths of everything below a folder, sorted by their bytes: files and links, and empty folders
// with a slash at the end: "2024-10-29-asu/packet.html". Links are not followed. False with errno
// set where a folder cannot be read, or is a link or a file; a folder that does not exist is empty.
bool folders_list(struct text path, struct arena *arena, struct text_list *list);

#endif
