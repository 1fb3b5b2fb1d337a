// SPDX-License-Identifier: MIT
// Markup of other programs, which the documents print as it is: marked and lowered words, formulas,
// names of emoji, attributes, lines for a table of contents.

#ifndef FELLESSKAP_CHECK_MARKUP_FOREIGN_H
#define FELLESSKAP_CHECK_MARKUP_FOREIGN_H

#include "check/writing/scan.h"

// The bytes that it can begin with, as of a table of all bytes.
#define FOREIGN_OPENERS                                                                            \
    ['['] = true, ['!'] = true, ['?'] = true, [':'] = true, ['.'] = true, ['='] = true,            \
    ['{'] = true, ['%'] = true, ['\''] = true, ['~'] = true, ['^'] = true, ['$'] = true,           \
    ['\\'] = true, ['&'] = true

// Reports what of it begins at `at`, and returns the offset after it; `at` where nothing does.
size_t check_foreign(struct text_scan *scan, size_t at);

#endif
