// SPDX-License-Identifier: MIT
// What a text names by its links.

#ifndef FELLESSKAP_INPUT_MARKDOWN_NAMES_H
#define FELLESSKAP_INPUT_MARKDOWN_NAMES_H

#include "base/prose.h"
#include "input/file/source.h"

// Records what the links and embeds of our schemes name, in `first` and its later siblings.
void markdown_note_names(struct sources *sources, const struct prose_node *first);

#endif
