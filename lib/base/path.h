// SPDX-License-Identifier: MIT
// The parts of a path. Names are separated by "/"; nothing is looked up on the disk.

#ifndef FELLESSKAP_BASE_PATH_H
#define FELLESSKAP_BASE_PATH_H

#include "base/text.h"

// What comes after the last "/"; the whole path where there is none. A part of `path`.
struct text path_name(struct text path);

// What comes before the last "/"; empty where there is none. A part of `path`.
struct text path_folder(struct text path);

// The folder that the path is in, as the system takes it: "/" at the root, and "." where the path
// is a name alone.
struct text path_parent(struct text path);

// Without the last "." of its name and what follows: "plan/action-plan.yaml" → "plan/action-plan".
// A part of `path`.
struct text path_without_suffix(struct text path);

#endif
