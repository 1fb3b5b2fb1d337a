// SPDX-License-Identifier: MIT
// Blocks that Markdown makes of signs which were hardly meant for it.

#ifndef FELLESSKAP_INPUT_MARKDOWN_MISTAKEN_H
#define FELLESSKAP_INPUT_MARKDOWN_MISTAKEN_H

#include "input/markdown/lines.h"

// Reports
// - a block of code without fences: it was mostly pasted with the indentation of a list; one whose
//   fence has words beside it, which no document shows, or is not closed, and takes in all below;
// - a quotation whose '>' is before a number ("> 10 prosent"), and is not shown; else the lines
//   without '>' that it takes in (CommonMark: lazy continuation lines), by the first of those that
//   follow each other;
// - an item without text: an empty one, or one that begins with another list ("1. 1. text");
// - an item that is the sign of a number ("- 500 000 kroner"), and one that is indented too little
//   to be within another;
// - the line of dashes or equals signs right below a text that makes a heading of it.
// Of any other node, nothing.
void markdown_mistaken_check(struct markdown_lines *lines, cmark_node *node, struct text file,
                             struct diagnostics *diagnostics);

// Whether a link has the words of a footnote, "[^1]": the footnote is reported, and not where the
// link leads.
bool markdown_is_footnote(cmark_node *link);

#endif
