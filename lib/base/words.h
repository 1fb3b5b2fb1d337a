// SPDX-License-Identifier: MIT
// Where words begin and end in a text.

#ifndef FELLESSKAP_BASE_WORDS_H
#define FELLESSKAP_BASE_WORDS_H

#include "base/text.h"

// Whether there is a letter or a digit directly before, or at, byte `at`. The text must be valid
// UTF-8.
bool word_before(struct text text, size_t at);
bool word_at(struct text text, size_t at);

// Where the letters and digits from byte `at` on end; `at` where there are none.
size_t word_end(struct text text, size_t at);

// `text` with a capital first letter where `like` has one, and all in capitals where `like` is.
struct text word_cased_like(struct text text, struct text like, struct arena *arena);

// Size of the space at byte `at`: a space, a tab, or a no-break space; 0 where there is none.
size_t word_space(struct text text, size_t at);

#endif
