// SPDX-License-Identifier: MIT
// Files that are not there, or not under the name that was given.

#ifndef FELLESSKAP_INPUT_FILE_MISSING_H
#define FELLESSKAP_INPUT_FILE_MISSING_H

#include "base/diagnostics.h"

// Whether the errno of a failed call says that the file is not there.
bool file_is_missing(int error);

// Reports why `path` was not opened, from the errno of the call: under which other name it is, or
// in which folder, if it is. `from` in `from_file` names it; line 0: nothing does.
void report_unopened(struct diagnostics *diagnostics, struct arena *arena, struct text path,
                     int error, struct text from_file, struct position from);

#endif
