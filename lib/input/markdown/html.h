// SPDX-License-Identifier: MIT
// HTML found in Markdown: what to write instead.

#ifndef FELLESSKAP_INPUT_MARKDOWN_HTML_H
#define FELLESSKAP_INPUT_MARKDOWN_HTML_H

#include "base/text.h"

// Whether the HTML is to be reported: the end tag of an element whose start tag was reported is
// not. *open_tags counts those.
bool markdown_html_is_news(struct text html, int *open_tags);

// What to write in its place, in the reader's language.
const char *markdown_html_instead(struct text html);

#endif
