// SPDX-License-Identifier: MIT
// Links that are written without markup.

#ifndef FELLESSKAP_INPUT_MARKDOWN_BARE_LINKS_H
#define FELLESSKAP_INPUT_MARKDOWN_BARE_LINKS_H

#include "base/prose.h"
#include "input/markdown/lines.h"

// Makes links of the web addresses in `text`, which cmark has as `from`: it becomes several nodes.
// Returns the last. An address that begins with "www." leads to https.
struct prose_node *markdown_link_addresses(struct markdown_lines *lines, cmark_node *from,
                                           struct prose_node *text, struct arena *arena);

#endif
