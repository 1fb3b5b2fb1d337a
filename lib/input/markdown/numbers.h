// SPDX-License-Identifier: MIT
// Numbers at the start of a line: Markdown takes each for the mark of a list, and numbers a list
// from its first item on.

#ifndef FELLESSKAP_INPUT_MARKDOWN_NUMBERS_H
#define FELLESSKAP_INPUT_MARKDOWN_NUMBERS_H

#include "input/markdown/lines.h"

// Makes text of the dates and ordinals that cmark took for marks, by a backslash before their
// period. What is in such an item is left alone: it reads otherwise then. True when there were any:
// then `document` is out of date.
bool markdown_ordinals_escape(struct markdown_lines *lines, cmark_node *document,
                              struct arena *arena);

// Notes, in a case paper, where that was done: a forge does not know it.
void markdown_ordinals_report(struct markdown_lines *lines, struct text file,
                              struct diagnostics *diagnostics);

// Reports items whose number as written is not the one that is shown, and lists of one item that
// are none: they begin with another number than 1 and neither go on from the list before nor are
// gone on from by the next.
void markdown_list_check(struct markdown_lines *lines, cmark_node *list, struct text file,
                         struct diagnostics *diagnostics);

// How many spaces an item is indented by that is within this one, which has a text.
int markdown_indent_within(cmark_node *item);

// Reports the first line of a paragraph, but its first, that begins like an item: below a text a
// list begins with 1 alone, and the number becomes a part of the text.
void markdown_paragraph_check(struct markdown_lines *lines, cmark_node *paragraph, struct text file,
                              struct diagnostics *diagnostics);

#endif
