// SPDX-License-Identifier: MIT
// Folders as wholes: the way to a file, what is in one, and its removal.

#ifndef FELLESSKAP_BASE_FOLDERS_H
#define FELLESSKAP_BASE_FOLDERS_H

#include "base/arena.h"
#include "base/text.h"

// Makes the folders on the way to a file, those of its path after byte `from`. False with errno
// set.
bool folders_make_way(struct text path, size_t from, struct arena *arena);

// Removes a folder with all that is in it; links are removed and not followed. What cannot be
// removed stays.
void folders_remove(struct text path);

// The paths of all that is below a folder and no folder, sorted by their bytes, and empty folders
// with a slash at their ends: "2024-10-29-asu/packet.html". Links are not followed. False with
// errno set where a folder cannot be read; a folder that is not there holds nothing.
bool folders_list(struct text path, struct arena *arena, struct text_list *list);

#endif
