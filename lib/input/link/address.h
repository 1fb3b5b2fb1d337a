// SPDX-License-Identifier: MIT
// Web addresses that are written in a text without markup.

#ifndef FELLESSKAP_INPUT_LINK_ADDRESS_H
#define FELLESSKAP_INPUT_LINK_ADDRESS_H

#include "base/text.h"

// The end of a web address that begins at byte `at` of a text without markup, "https://…" or
// "www.…", without the punctuation of the sentence around it; or `at`.
size_t address_end(struct text text, size_t at);

// Where the first such address from byte `at` on begins; the size of `text`, if there is none.
size_t address_find(struct text text, size_t at);

// False where there is none: most texts have neither the colon of "https:" nor the letter of "www".
bool address_may_be_in(struct text text);

#endif
