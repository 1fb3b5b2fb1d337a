// SPDX-License-Identifier: MIT
// What the items of a list begin with in word processors, which Markdown does not know: bullets,
// letters, Roman numerals, numbers without a space after them.

#ifndef FELLESSKAP_CHECK_LISTS_MARKS_H
#define FELLESSKAP_CHECK_LISTS_MARKS_H

#include "base/text.h"

enum pasted_mark_flags {
    MARK_NUMBERED = 1,
    MARK_CERTAIN = 2,       // what is meant is certain, where a list can begin
    MARK_RUNS_TOGETHER = 4, // a list only where no empty line is between the items
    MARK_LETTERED = 8,      // the text may name the items by their letters
    MARK_NAMED = 16,        // the letter may be the initial of a name
    MARK_SPOKEN = 32,       // what is said begins with it as well
    MARK_BEGINS = 64 // a list only where one can begin; elsewhere it may begin a line of text
};

enum { PASTED_MARKS = 12 }; // kinds of marks

// Whether the line begins with a word, as nearly all lines do, and so with none of the letters and
// numbers below.
bool begins_with_word(struct text line);

// Size of the mark that item `number` (from 1) of a list begins with, and of the spaces after it; 0
// where the line begins with something else.
size_t pasted_mark_size(size_t mark, struct text line, int number);

// enum pasted_mark_flags, as bits.
unsigned pasted_mark_flags(size_t mark);

// The bullet with the spaces and tabs after it; 0 where the line does not begin with one. `*sign`:
// the size of one that says something, as a box that is ticked.
size_t bullet_size(struct text line, size_t *sign);

// The same of "o", Word's bullet of the second level, with one space.
size_t inner_bullet_size(struct text line);

// "1. " and the like of Markdown; `*number` is the item's, 0 of a bullet.
size_t markdown_mark_size(struct text line, int *number);

#endif
