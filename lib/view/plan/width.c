// SPDX-License-Identifier: MIT

#include "view/plan/width.h"

#include <string.h>

enum { WIDE_FROM = 0x2E80 }; // scripts whose characters are as wide as they are high

enum { ELLIPSIS = 100 };

// Of a character, in per cent of the size: a little more than the template's fonts need.
static int advance(uint32_t code_point) {
    if (code_point < 0x80 && strchr("ijlI.,:;|'! ()-/ftr", (int)code_point) != NULL)
        return 35;
    if (code_point == 'm' || code_point == 'M' || code_point == 'W' || code_point == 'w')
        return 88;
    if (code_point >= WIDE_FROM)
        return 105;
    return code_point >= 'A' && code_point <= 'Z' ? 72 : 59;
}

int text_picture_width(struct text text, int size) {
    int width = 0;
    for (size_t at = 0; at < text.size;)
        width += advance(text_next_code_point(text, &at));
    return (width * size + 999) / 1000;
}

// Text far after the cut is not examined.
struct text text_cut_to_width(struct text text, int room, int size, struct arena *arena) {
    int width = 0, most = room * 1000 / size;
    size_t end = 0; // with room for the "…"
    for (size_t at = 0, next = 0; width <= most; at = next) {
        if (at == text.size)
            return text;
        if (width + ELLIPSIS <= most)
            end = at;
        width += advance(text_next_code_point(text, &next));
    }
    size_t space = end;
    while ((end - space) * 5 < end && text.data[space] != ' ')
        space--;
    bool near = (end - space) * 5 < end;
    return text_concat(arena, text_trim(text_slice(text, 0, near ? space : end)), TEXT("…"));
}

size_t text_line_size(struct text text, int room, int size) {
    int width = 0, most = room * 1000 / size;
    size_t space = 0, end = 0;
    for (size_t next = 0; end < text.size; end = next) {
        width += advance(text_next_code_point(text, &next));
        if (text.data[end] == ' ')
            space = next;
        else if (width > most && end > 0)
            return space > 0 ? space : end;
    }
    return end;
}
