// SPDX-License-Identifier: MIT
// Characters that no text may contain, whether written directly or as an escape or an entity.

#ifndef FELLESSKAP_INPUT_FILE_CHARACTERS_H
#define FELLESSKAP_INPUT_FILE_CHARACTERS_H

#include "base/text.h"

// C0 and C1 controls but tab and line breaks, the line breaks that only YAML 1.1 knows, controls of
// writing direction, which make a text read differently from how it is stored, and Unicode's
// noncharacters (XML cannot hold them).
bool character_is_control(uint32_t code_point);

// Those of them that mean nothing, and come with pasted text. Others may mean a space, or a letter
// of another encoding.
bool character_is_meaningless(uint32_t code_point);

// The first byte of `text` that is not UTF-8 or begins such a character, or text.size.
size_t character_first_refused(struct text text);

#endif
