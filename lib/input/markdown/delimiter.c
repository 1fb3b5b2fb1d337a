// SPDX-License-Identifier: MIT

#include "input/markdown/delimiter.h"

#include "base/ascii.h"

bool markdown_is_delimiter(struct text line) {
    bool dash = false, mark = false;
    for (size_t i = 0; i < line.size; i++) {
        char byte = line.data[i];
        dash = dash || byte == '-';
        mark = mark || byte == '|' || byte == ':';
        if (byte != '-' && byte != '|' && byte != ':' && byte != '>' && !ascii_is_blank(byte))
            return false;
    }
    return dash && mark;
}
