// SPDX-License-Identifier: MIT
// Which item of a list an item is below, by its indent, and how far it must be indented there.

#ifndef FELLESSKAP_CHECK_LISTS_NESTING_H
#define FELLESSKAP_CHECK_LISTS_NESTING_H

#include "check/lists/marks.h"
#include "check/writing/lines.h"

enum { DEEPEST_LIST = 8 };

struct open_item {
    size_t column;  // of its mark, as it is written
    size_t indent;  // of its mark, as it must be
    size_t content; // column of the text after the mark
    bool is_pasted; // Markdown does not know it
    bool is_mended; // it will, then
    bool is_numbered;
};

// All zero at the start of a text.
struct list_nesting {
    struct open_item items[DEEPEST_LIST];
    size_t count;
    size_t base; // column of what is not indented
    bool begun;
    bool blank; // the last line
    bool colon; // ends the last line
};

// The line is no item of a word processor: one of Markdown, a text, or blank.
void nesting_pass(struct list_nesting *nesting, const struct text_scan *scan,
                  const struct scan_line *line);

// Opens the item that the line begins, and that is to begin with `mark`.
const struct open_item *nesting_open(struct list_nesting *nesting, const struct text_scan *scan,
                                     const struct scan_line *line, struct text mark,
                                     bool is_mended);

// Whether the line would go on with a numbered list right before it.
bool nesting_goes_on(const struct list_nesting *nesting, const struct text_scan *scan,
                     const struct scan_line *line);

// Whether an item in the column of the line would be below another.
bool nesting_has_parent(const struct list_nesting *nesting, const struct text_scan *scan,
                        const struct scan_line *line);

// Whether the line is indented further than an open item.
bool nesting_is_below(const struct list_nesting *nesting, const struct text_scan *scan,
                      const struct scan_line *line);

// The start of the line, before its indent.
size_t line_start(const struct text_scan *scan, const struct scan_line *line);

#endif
