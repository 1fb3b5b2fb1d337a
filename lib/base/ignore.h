// SPDX-License-Identifier: MIT
// The words of a comment that silences rules at one place: "plan-check: ignore no-owner – reason".

#ifndef FELLESSKAP_BASE_IGNORE_H
#define FELLESSKAP_BASE_IGNORE_H

#include "base/text.h"

// Quick. False: no comment of this kind is in the text.
bool ignore_may_be_in(struct text text);

// The words of "# plan-check: …", which begins with "#" and ends with its line. False for any other
// comment.
bool ignore_in_yaml(struct text comment, struct text *words);

// The words of "<!-- plan-check: … -->" on a line of Markdown that has nothing else but spaces.
bool ignore_in_markdown(struct text line, struct text *words);

// Cuts the word "ignore" off. False where there is another word, or none.
bool ignore_begins(struct text *words);

// Cuts off the next id, and the comma or dash after it. `*more`: another follows; otherwise what is
// left is the reason.
struct text ignore_cut_id(struct text *words, bool *more);

// Markdown without the lines that are such comments. Returns `markdown` itself where it has none.
struct text ignore_strip(struct text markdown, struct arena *arena);

#endif
