// SPDX-License-Identifier: MIT
// The command line that makes each file of a build alone.

#ifndef FELLESSKAP_DOCUMENT_BUILD_LINES_H
#define FELLESSKAP_DOCUMENT_BUILD_LINES_H

#include "document/build/build.h"

// Writes a shell command for each file that is due, in an order in which they can be run. Nothing
// is made. `folder`: that of the output.
void lines_write(struct build *build, const struct inventory *inventory, struct text folder,
                 struct writer *writer);

#endif
