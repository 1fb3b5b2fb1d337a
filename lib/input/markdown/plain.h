// SPDX-License-Identifier: MIT
// Texts that need no Markdown.

#ifndef FELLESSKAP_INPUT_MARKDOWN_PLAIN_H
#define FELLESSKAP_INPUT_MARKDOWN_PLAIN_H

#include "base/text.h"

// Whether a text is one paragraph without markup or web addresses. Most are, and need no cmark.
bool markdown_is_plain(struct text source);

#endif
