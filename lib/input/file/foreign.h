// SPDX-License-Identifier: MIT
// Files of other programs under the name of one of ours, and ours under another name.

#ifndef FELLESSKAP_INPUT_FILE_FOREIGN_H
#define FELLESSKAP_INPUT_FILE_FOREIGN_H

#include "base/text.h"

// What to tell of bytes that are no text but a file of another kind, by their beginning, in the
// reader's language; NULL where nothing is known of them.
const char *foreign_format(struct text bytes);

// The file that is there under a name that editors and systems make of `path`:
// "meeting.yaml.txt", "meeting.yml". Empty where there is none.
struct text file_under_other_name(struct text path, struct arena *arena);

#endif
