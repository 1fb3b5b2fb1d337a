// SPDX-License-Identifier: MIT
// The lines of a text that is scanned.

#ifndef FELLESSKAP_CHECK_WRITING_LINES_H
#define FELLESSKAP_CHECK_WRITING_LINES_H

#include "check/writing/scan.h"

// Without its line break, the spaces at its ends and what it is indented by.
struct scan_line {
    size_t from; // bytes of the text of the scan
    size_t to;
    struct text text;
    bool is_prose; // not empty, and not code or HTML
};

// The line that begins at byte `at`.
struct scan_line scan_line_at(const struct text_scan *scan, size_t at);

// The line after it; after the last one, an empty one at its end.
struct scan_line scan_next_line(const struct text_scan *scan, const struct scan_line *line);

#endif
