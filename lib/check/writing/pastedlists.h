// SPDX-License-Identifier: MIT
// Lists of word processors, which Markdown reads as one paragraph: bullets, letters, Roman
// numerals, numbers without a space after them.

#ifndef FELLESSKAP_CHECK_WRITING_PASTEDLISTS_H
#define FELLESSKAP_CHECK_WRITING_PASTEDLISTS_H

#include "check/writing/lines.h"

enum { PASTED_MARKS = 10 }; // kinds of marks

// The lists that are open, all zero at the start of a text.
struct pasted_lists {
    int next[PASTED_MARKS]; // the number of the item that comes next; 0: none is open
};

// Reports an item, and what it is to begin with where that is certain. The lines are given one
// after the other. False where the line is none.
bool check_pasted_item(struct text_scan *scan, const struct scan_line *line,
                       struct pasted_lists *lists);

#endif
