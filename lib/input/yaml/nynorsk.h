// SPDX-License-Identifier: MIT
// The words of choices, as people write them in nynorsk.

#ifndef FELLESSKAP_INPUT_YAML_NYNORSK_H
#define FELLESSKAP_INPUT_YAML_NYNORSK_H

#include "base/text.h"

// The word in the tables: "ikke startet" of "Ikkje starta". In lower case and normalisation form C;
// the same word where nynorsk has no other. May be owned by the arena.
struct text choice_word(struct arena *arena, struct text written);

// The word as a message shows it: "ikkje starta" of "ikke startet" to who reads nynorsk.
const char *choice_shown(const char *word);

// The word nearest to what was written, or that it begins with ("drøftingssak"), of those that
// messages show, else in bokmål or in nynorsk; NULL: there is none.
const char *choice_meant(struct text written, const char *const *words, struct arena *arena);

// Those that messages show of `words`, which end with NULL: "planlagt, pågår, avsluttet".
struct text choices_shown(const char *const *words, struct arena *arena);

// `words` with their nynorsk forms after them; both end with NULL. Owned by the arena, unless there
// are none.
const char *const *choice_words_in_both(const char *const *words, struct arena *arena);

#endif
