// SPDX-License-Identifier: MIT

#include "input/markdown/underline.h"

#include "base/message.h"

#include <string.h>

// The byte of the first sign of an underline, after the marks of quotes; -1 where the line is none.
static int underline_at(struct text line) {
    size_t start = 0, end = line.size;
    while (start < end && strchr(" \t>", line.data[start]) != NULL)
        start++;
    while (end > start && strchr(" \t", line.data[end - 1]) != NULL)
        end--;
    if (start == end || strchr("-=", line.data[start]) == NULL)
        return -1;
    for (size_t at = start; at < end; at++)
        if (line.data[at] != line.data[start])
            return -1;
    return (int)start;
}

void markdown_underline_check(struct markdown_lines *lines, cmark_node *heading, struct text file,
                              struct diagnostics *diagnostics) {
    int last = cmark_node_get_end_line(heading);
    for (int number = cmark_node_get_start_line(heading) + 1; number <= last; number++) {
        const struct markdown_line *line = markdown_line(lines, number);
        int at = line == NULL ? -1 : underline_at(line->text);
        if (at < 0)
            continue;
        report(diagnostics, RULE_UNDERLINED_HEADING, file, markdown_place(lines, number, at + 1),
               _("the line of '%c' makes a heading of the text above it; put an empty line "
                 "between, or begin the text with '##' if it is to be a heading"),
               line->text.data[at]);
        return;
    }
}
