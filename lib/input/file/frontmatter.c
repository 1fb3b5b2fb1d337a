// SPDX-License-Identifier: MIT

#include "input/file/frontmatter.h"

#include "base/message.h"

static bool is_fence(struct text line) {
    return text_starts_with(line, TEXT("---")) && text_trim(line).size == 3;
}

bool front_matter_cut(const struct source *source, struct diagnostics *diagnostics,
                      struct front_matter *parts) {
    struct text text = source->text;
    size_t end = text_line_end(text, 0);
    if (!is_fence(text_slice(text, 0, end))) {
        report(diagnostics, RULE_FRONT_MATTER, source->path, (struct position){1, 1},
               _("the first line must be '---'; the data is between two such lines"));
        return false;
    }
    size_t from = text_next_line(text, end), next;
    uint32_t line = 2;
    for (size_t start = from; start < text.size; start = next, line++) {
        end = text_line_end(text, start);
        next = text_next_line(text, end);
        if (!is_fence(text_slice(text, start, end)))
            continue;
        *parts = (struct front_matter){
            .yaml = text_slice(text, from, start),
            .yaml_line = 2,
            .body = text_slice(text, next, text.size),
            .body_line = line + 1,
        };
        return true;
    }
    report(diagnostics, RULE_FRONT_MATTER, source->path, (struct position){1, 1},
           _("the data that begins with '---' here has no line '---' at its end"));
    return false;
}
