// SPDX-License-Identifier: MIT
// Text that is code for no other reason than four spaces before it.

#ifndef FELLESSKAP_INPUT_MARKDOWN_INDENTED_H
#define FELLESSKAP_INPUT_MARKDOWN_INDENTED_H

#include "input/markdown/lines.h"

// Reports a block of code without fences: it was mostly pasted with the indentation of a list.
void markdown_indented_check(struct markdown_lines *lines, cmark_node *code, struct text file,
                             struct diagnostics *diagnostics);

#endif
