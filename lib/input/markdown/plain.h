// SPDX-License-Identifier: MIT
// Texts that need no Markdown.

#ifndef FELLESSKAP_INPUT_MARKDOWN_PLAIN_H
#define FELLESSKAP_INPUT_MARKDOWN_PLAIN_H

#include "base/text.h"

// One paragraph without markup and web addresses: most texts are, and cmark is not asked.
bool markdown_is_plain(struct text source);

#endif
