// SPDX-License-Identifier: MIT
// Where the files of an installation are: found from the program that runs, in a build tree too.

#ifndef FELLESSKAP_CMD_INSTALLED_H
#define FELLESSKAP_CMD_INSTALLED_H

#include "base/text.h"

// The path of PREFIX/`name`, for a program that is PREFIX/bin/NAME.
struct text installed_path(struct arena *arena, const char *name);

#endif
