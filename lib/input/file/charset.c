// SPDX-License-Identifier: MIT

#include "input/file/charset.h"

enum { FIRST_HIGH = 0x80, FIRST_LATIN_1 = 0xA0, MOST_OF_CHARACTER = 3 };

// 0x80 to 0x9F; 0: no character.
static const uint16_t high[FIRST_LATIN_1 - FIRST_HIGH] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static size_t put_utf8(char *out, uint32_t code_point) {
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        out[0] = (char)(0xC0 | code_point >> 6);
        out[1] = (char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    out[0] = (char)(0xE0 | code_point >> 12);
    out[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
    out[2] = (char)(0x80 | (code_point & 0x3F));
    return 3;
}

struct text windows_1252_to_utf8(struct text bytes, struct arena *arena, size_t *undefined) {
    size_t wide = 0;
    for (size_t i = 0; i < bytes.size; i++)
        wide += (unsigned char)bytes.data[i] >= FIRST_HIGH;
    char *out = arena_alloc_unset(arena, bytes.size + (MOST_OF_CHARACTER - 1) * wide + 1);
    size_t size = 0;
    *undefined = bytes.size;
    for (size_t i = 0; i < bytes.size; i++) {
        uint32_t code_point = (unsigned char)bytes.data[i];
        if (code_point >= FIRST_HIGH && code_point < FIRST_LATIN_1)
            code_point = high[code_point - FIRST_HIGH];
        if (code_point == 0 && bytes.data[i] != '\0') {
            *undefined = i;
            break;
        }
        size += put_utf8(out + size, code_point);
    }
    return (struct text){out, size};
}
