// SPDX-License-Identifier: MIT
// Web addresses that are written in a text without markup.

#ifndef FELLESSKAP_INPUT_MARKDOWN_ADDRESS_H
#define FELLESSKAP_INPUT_MARKDOWN_ADDRESS_H

#include "base/prose.h"

// The end of a web address that begins at byte `at` of a text without markup, "https://…" or
// "www.…", without the punctuation of the sentence around it; or `at`.
size_t markdown_address_end(struct text text, size_t at);

// Makes them links within the nodes from `first` on; those in links, and in code, stay words. One
// that begins with "www." leads to https.
void markdown_link_addresses(struct prose_node *first, struct arena *arena);

#endif
