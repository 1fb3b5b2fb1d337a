// SPDX-License-Identifier: MIT

#include "input/markdown/nesting.h"

#include "base/ascii.h"

#include "input/file/limits.h"

enum { MOST_BRACKETS = 100 }; // "[" without "]" in a paragraph

// "* * *" is a rule, not three lists.
static bool is_rule(struct text rest) {
    for (size_t i = 0; i < rest.size; i++)
        if (rest.data[i] != rest.data[0] && !ascii_is_blank(rest.data[i]))
            return false;
    return true;
}

// How many marks of lists and quotes the line begins with; counting stops when there are too many.
static int count_container_marks(struct text line) {
    int count = 0;
    for (size_t at = 0; at < line.size && count <= LIMIT_CONTAINERS; at++) {
        size_t from = at;
        if (ascii_is_blank(line.data[at]))
            continue;
        while (text_digit_at(line, at))
            at++;
        char mark = at < line.size ? line.data[at] : ' ';
        bool spaced = at + 1 >= line.size || ascii_is_blank(line.data[at + 1]);
        bool number = at > from && (mark == '.' || mark == ')') && spaced;
        bool bullet = at == from && (mark == '-' || mark == '+' || mark == '*') && spaced;
        if (bullet && is_rule(text_slice(line, at, line.size)))
            return count;
        if (!number && !bullet && (mark != '>' || at > from))
            return count;
        count++;
    }
    return count;
}

// The number of brackets still open after the line; escaped ones do not count.
static int count_open_brackets(struct text line, int open) {
    bool any = text_find(line, '[') < line.size || text_find(line, ']') < line.size;
    for (size_t at = 0; any && at < line.size; at++) {
        if (line.data[at] == '\\')
            at++;
        else if (line.data[at] == '[')
            open++;
        else if (line.data[at] == ']' && open > 0)
            open--;
    }
    return text_trim(line).size == 0 ? 0 : open;
}

bool markdown_is_nested_too_deep(struct markdown_lines *lines, struct text file,
                                 struct diagnostics *diagnostics) {
    int brackets = 0;
    for (size_t i = 0; i < lines->count; i++) {
        struct text line = lines->items[i].text;
        bool containers = count_container_marks(line) > LIMIT_CONTAINERS;
        brackets = count_open_brackets(line, brackets);
        if (!containers && brackets <= MOST_BRACKETS)
            continue;
        struct position at = markdown_place(lines, (int)i + 1, 1);
        if (containers)
            report(diagnostics, RULE_PROSE_NESTING, file, at, MARKDOWN_TOO_MANY_CONTAINERS,
                   LIMIT_CONTAINERS);
        else
            report(diagnostics, RULE_PROSE_NESTING, file, at,
                   _("more than %d '[' are open; write '\\[' for the sign itself"), MOST_BRACKETS);
        return true;
    }
    return false;
}
