// SPDX-License-Identifier: MIT
// A line of dashes or equals signs right below a text makes a heading of it: seldom what was meant.

#ifndef FELLESSKAP_INPUT_MARKDOWN_UNDERLINE_H
#define FELLESSKAP_INPUT_MARKDOWN_UNDERLINE_H

#include "input/markdown/lines.h"

// Reports the line when the heading is made by one, and not by "##".
void markdown_underline_check(struct markdown_lines *lines, cmark_node *heading, struct text file,
                              struct diagnostics *diagnostics);

#endif
