// SPDX-License-Identifier: MIT
// The rules of what characters a file has: national identity numbers, letters in two parts,
// invisible spaces, tabs. A file is looked at as a whole, whatever it means.

#ifndef FELLESSKAP_CHECK_WRITING_BYTES_H
#define FELLESSKAP_CHECK_WRITING_BYTES_H

#include "input/file/source.h"

void check_bytes(const struct sources *sources, struct source *source);

#endif
