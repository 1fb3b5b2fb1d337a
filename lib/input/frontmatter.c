// SPDX-License-Identifier: MIT

#include "input/frontmatter.h"

#include "base/message.h"

// Cuts the first line off. A carriage return before the line feed belongs to the break.
static struct text cut_line(struct text *rest) {
    struct text line = text_cut(rest, '\n');
    return text_ends_with(line, TEXT("\r")) ? text_slice(line, 0, line.size - 1) : line;
}

static bool is_fence(struct text line) {
    return text_starts_with(line, TEXT("---")) && text_trim(line).size == 3;
}

bool front_matter_cut(const struct source *source, struct diagnostics *diagnostics,
                      struct front_matter *parts) {
    struct text rest = source->text;
    if (!is_fence(cut_line(&rest))) {
        report(diagnostics, RULE_FRONT_MATTER, source->path, (struct position){1, 1},
               _("the first line must be '---'; the data of the case stands between two such "
                 "lines"));
        return false;
    }
    const char *from = rest.data;
    uint32_t line_number = 2;
    while (rest.data != NULL && rest.size > 0) {
        const char *line_start = rest.data;
        bool fence = is_fence(cut_line(&rest));
        line_number++;
        if (!fence)
            continue;
        *parts = (struct front_matter){
            .yaml = {from, (size_t)(line_start - from)},
            .yaml_line = 2,
            .body = rest.data == NULL ? TEXT("") : rest,
            .body_line = line_number,
        };
        return true;
    }
    report(diagnostics, RULE_FRONT_MATTER, source->path, (struct position){1, 1},
           _("the data that begins with '---' here has no line '---' at its end"));
    return false;
}
