// SPDX-License-Identifier: MIT
// Tables of other programs, which Markdown reads as text.

#ifndef FELLESSKAP_CHECK_LISTS_TABLES_H
#define FELLESSKAP_CHECK_LISTS_TABLES_H

#include "check/writing/lines.h"

// Reports the first line of such a table; the lines before and after it are given, too.
void check_table(struct text_scan *scan, const struct scan_line *before,
                 const struct scan_line *line, const struct scan_line *next);

#endif
