// SPDX-License-Identifier: MIT

#include "check/writing/lines.h"

#include "check/writing/classes.h"

struct scan_line scan_line_at(const struct text_scan *scan, size_t at) {
    struct text text = scan->text;
    struct scan_line line = {.to = text_line_end(text, at)};
    line.text = text_trim(text_slice(text, at, line.to));
    line.from = line.text.size == 0 ? at : (size_t)(line.text.data - text.data);
    line.is_prose = line.text.size > 0 && scan->classes[line.from] <= PROSE_LINKED;
    return line;
}

struct scan_line scan_next_line(const struct text_scan *scan, const struct scan_line *line) {
    return scan_line_at(scan, text_next_line(scan->text, line->to));
}
