// SPDX-License-Identifier: MIT

#include "input/file/characters.h"

static bool turns_direction(uint32_t code_point) {
    return (code_point >= 0x202A && code_point <= 0x202E) ||
           (code_point >= 0x2066 && code_point <= 0x2069);
}

static bool is_no_character(uint32_t code_point) {
    return (code_point & 0xFFFE) == 0xFFFE || (code_point >= 0xFDD0 && code_point <= 0xFDEF);
}

bool character_is_control(uint32_t code_point) {
    if (code_point < 0x20)
        return code_point != '\t' && code_point != '\n' && code_point != '\r';
    return (code_point >= 0x7F && code_point < 0xA0) || code_point == 0x2028 ||
           code_point == 0x2029 || code_point == 0xFEFF || turns_direction(code_point) ||
           is_no_character(code_point);
}

bool character_is_meaningless(uint32_t code_point) {
    return code_point < 0x20 || code_point == 0x7F || code_point == 0xFEFF ||
           turns_direction(code_point) || is_no_character(code_point);
}

// Most texts are clean: then one look at each byte is enough.
size_t character_first_refused(struct text text) {
    for (size_t at = text_skip_plain(text, 0); at < text.size; at = text_skip_plain(text, at)) {
        size_t from = at;
        uint32_t code_point = text_next_code_point(text, &at);
        bool decoded =
            code_point != 0xFFFD || text_starts_with(text_slice(text, from, at), TEXT("\uFFFD"));
        if (!decoded || character_is_control(code_point))
            return from;
    }
    return text.size;
}
