// SPDX-License-Identifier: MIT
// Files of other programs with the name of one of ours, and ours with another name.

#ifndef FELLESSKAP_INPUT_FILE_FOREIGN_H
#define FELLESSKAP_INPUT_FILE_FOREIGN_H

#include "base/text.h"

// A description, in the reader's language, of a file that is not text, recognised by its first
// bytes; NULL where its kind is not known.
const char *foreign_format(struct text bytes);

// The file that is there under a name that editors and systems make of `path`:
// "meeting.yaml.txt", "meeting.yml". Empty where there is none.
struct text file_under_other_name(struct text path, struct arena *arena);

#endif
