// SPDX-License-Identifier: MIT

#include "input/markdown/indented.h"

#include "base/message.h"

void markdown_indented_check(struct markdown_lines *lines, cmark_node *code, struct text file,
                             struct diagnostics *diagnostics) {
    int number = cmark_node_get_start_line(code), column = cmark_node_get_start_column(code);
    const struct markdown_line *line = markdown_line(lines, number);
    struct text text = line == NULL || column < 1 ? TEXT("") : line->text;
    text =
        text_slice(text, (size_t)column <= text.size ? (size_t)column - 1 : text.size, text.size);
    if (text.size == 0 || text_starts_with(text, TEXT("```")) ||
        text_starts_with(text, TEXT("~~~")))
        return;
    report(diagnostics, RULE_INDENTED_CODE, file, markdown_place(lines, number, column),
           _("this is printed as code, for it is indented by four spaces; delete them, or write "
             "'```' on a line of its own above and below"));
}
