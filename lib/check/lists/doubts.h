// SPDX-License-Identifier: MIT
// Why lines that look like the items of a list may be something else, or must keep their marks.

#ifndef FELLESSKAP_CHECK_LISTS_DOUBTS_H
#define FELLESSKAP_CHECK_LISTS_DOUBTS_H

#include "check/writing/lines.h"

// "**Vedtak:**": whether a colon ends the line, but for the signs of emphasis.
bool ends_with_colon(struct text line);

// Whether a list can begin after this line: after a blank line, a heading or a colon.
bool list_can_follow(const struct scan_line *before);

// "vei b)", "etter a)", "bokstav a": whether the text names items by their letters.
bool names_letters(const struct text_scan *scan);

// "A. Hansen, Melhus", "A. Hansen og": whether what follows the letter of an item is a name.
bool is_surname(struct text rest);

// Whether the lines from `line` on that begin with a mark of this kind may be what is said, or
// parts of sentences between dashes.
bool may_be_said(const struct text_scan *scan, const struct scan_line *line, size_t mark,
                 bool after_colon);

// Whether an item of a numbered list of Markdown follows the items from `line` on without a text
// between them.
bool meets_numbers(const struct text_scan *scan, const struct scan_line *line, size_t mark);

// Whether the heading is that of a decision in which further lists begin: their numbers go on, and
// which ones is not certain.
bool has_several_lists(const struct text_scan *scan, const struct scan_line *heading);

#endif
