// SPDX-License-Identifier: MIT
// Characters that no text may have, whether they stand in the file as they are or are written as
// an escape or an entity.

#ifndef FELLESSKAP_INPUT_FILE_CHARACTERS_H
#define FELLESSKAP_INPUT_FILE_CHARACTERS_H

#include "base/text.h"

// C0 and C1 controls but tab and line breaks, the line breaks that only YAML 1.1 knows, what turns
// the direction of writing, so that a text reads otherwise than it is written, and what Unicode
// says is no character (XML cannot hold it).
bool character_is_control(uint32_t code_point);

// Of these, what has no meaning at all: it comes along when something is pasted. Others may mean a
// space, or a letter of another encoding.
bool character_is_meaningless(uint32_t code_point);

// The first byte of `text` that is no UTF-8 or begins such a character, or text.size.
size_t character_first_refused(struct text text);

#endif
