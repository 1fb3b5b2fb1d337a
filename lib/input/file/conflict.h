// SPDX-License-Identifier: MIT
// What git leaves in a file where two people have changed the same lines.

#ifndef FELLESSKAP_INPUT_FILE_CONFLICT_H
#define FELLESSKAP_INPUT_FILE_CONFLICT_H

#include "base/text.h"

// The offset of the first line that divides two versions, "<<<<<<< HEAD" or "=======", or
// text.size.
size_t conflict_find(struct text text);

#endif
