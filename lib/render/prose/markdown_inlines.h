// SPDX-License-Identifier: MIT
// The words of prose as Markdown that reads back as the same words.

#ifndef FELLESSKAP_RENDER_PROSE_MARKDOWN_INLINES_H
#define FELLESSKAP_RENDER_PROSE_MARKDOWN_INLINES_H

#include "render/prose/parts.h"

struct markdown {
    struct prose_output *output;
    struct writer *writer;
    int shift;
    struct text indent; // each further line begins with it
    char avoid;         // a list beside this one, or around it, has this marker
    char marker;        // of the list that was written last
    bool words_follow;  // what begins on the line after this block would go on with a paragraph
    bool one_line;      // breaks are spaces
    bool in_cell;       // pipes end it, even in code
    int depth;          // of lists in a cell, around what is written next
    // What comes before the next words:
    bool line_start;
    char last;      // byte; a line break at the start
    char delimiter; // of emphasis, if that is what was written last
    bool opened;    // the words, or the emphasis, begin here
    char around;    // delimiter of the emphasis around the words
    enum prose_kind around_kind;
};

void markdown_put(struct markdown *markdown, struct text text);
void markdown_put_text(struct markdown *markdown, struct text text);

// Ends the line and begins the next.
void markdown_new_line(struct markdown *markdown);

// Inlines up to the end of their siblings, at the start of a line or within one.
void markdown_write_inlines(struct markdown *markdown, const struct prose_node *first,
                            bool line_start);

// A code span; also for code that must be on one line.
void markdown_write_code(struct markdown *markdown, struct text code);

#endif
