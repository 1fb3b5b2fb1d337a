// SPDX-License-Identifier: MIT
// Lists of word processors, which Markdown reads as one paragraph.

#ifndef FELLESSKAP_CHECK_LISTS_PASTEDLISTS_H
#define FELLESSKAP_CHECK_LISTS_PASTEDLISTS_H

#include "check/lists/nesting.h"

struct pasted_list {
    int next;     // the number of the item that comes next; 0: no list is open
    bool certain; // what the items are to begin with
};

// The lists that are open, all zero at the start of a text.
struct pasted_lists {
    struct pasted_list lists[PASTED_MARKS];
    struct list_nesting nesting;
    bool was_item;    // the line before
    bool in_decision; // below a heading of a decision that has several lists
    enum { NOT_ASKED, LETTERS_USED, LETTERS_UNUSED } letters; // to name items by, in the text
};

// Reports an item, and what it is to begin with where that is certain. The lines are given one
// after the other, with the one before. False where the line is none.
bool check_pasted_item(struct text_scan *scan, const struct scan_line *before,
                       const struct scan_line *line, struct pasted_lists *lists);

#endif
