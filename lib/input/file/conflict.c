// SPDX-License-Identifier: MIT

#include "input/file/conflict.h"

#include <string.h>

// "=======" divides the two versions; longer lines of it are headings and ornaments.
static bool is_conflict_mark(struct text line) {
    enum { LENGTH = 7 };
    if (line.size < LENGTH || strchr("<>=|", line.data[0]) == NULL || line.data[0] == '\0')
        return false;
    for (size_t i = 1; i < LENGTH; i++)
        if (line.data[i] != line.data[0])
            return false;
    struct text rest = text_trim(text_slice(line, LENGTH, line.size));
    bool named = line.size > LENGTH && line.data[LENGTH] == ' ' && rest.size > 0;
    switch (line.data[0]) {
    case '=':
        return rest.size == 0;
    case '|':
        return named && text_find(rest, '|') == rest.size;
    default:
        return named || rest.size == 0;
    }
}

size_t conflict_find(struct text text) {
    size_t offset = 0;
    for (struct text rest = text; rest.data != NULL;) {
        struct text line = text_cut(&rest, '\n');
        if (is_conflict_mark(line))
            return offset;
        offset += line.size + 1;
    }
    return text.size;
}
