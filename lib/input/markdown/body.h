// SPDX-License-Identifier: MIT
// The text of a file that has data in front: its Markdown.

#ifndef FELLESSKAP_INPUT_MARKDOWN_BODY_H
#define FELLESSKAP_INPUT_MARKDOWN_BODY_H

#include "base/prose.h"
#include "input/file/frontmatter.h"

// Notes where the text is in its file, for the checks of how texts are written. One that is empty
// is shown nowhere.
void body_keep(struct sources *sources, struct source *source, struct text body);

// Reads it, with what it names, into `*prose`; the line breaks of Windows and of old Macs are one
// line feed each. False after a report that it is too long (text-too-long), or of what
// markdown_parse() could not read.
bool body_read(struct sources *sources, struct source *source, const struct front_matter *parts,
               struct prose *prose);

#endif
