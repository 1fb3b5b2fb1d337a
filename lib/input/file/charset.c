// SPDX-License-Identifier: MIT

#include "input/file/charset.h"

#include "base/writer.h"

enum { FIRST_HIGH = 0x80, FIRST_LATIN_1 = 0xA0, MOST_OF_CHARACTER = 3, MOST_OF_PAIR = 4 };

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
    if (code_point < 0x10000) {
        out[0] = (char)(0xE0 | code_point >> 12);
        out[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code_point & 0x3F));
        return MOST_OF_CHARACTER;
    }
    out[0] = (char)(0xF0 | code_point >> 18);
    out[1] = (char)(0x80 | (code_point >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code_point >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code_point & 0x3F));
    return MOST_OF_PAIR;
}

struct text charset_name(enum charset charset) {
    return charset == CHARSET_WINDOWS_1252 ? TEXT("Windows-1252")
           : charset == CHARSET_UTF16      ? TEXT("UTF-16")
                                           : TEXT("UTF-8");
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

bool has_utf16_mark(struct text bytes) {
    return text_starts_with(bytes, TEXT("\xFF\xFE")) || text_starts_with(bytes, TEXT("\xFE\xFF"));
}

static uint32_t unit_at(struct text bytes, size_t at, bool high_first) {
    unsigned first = (unsigned char)bytes.data[at], second = (unsigned char)bytes.data[at + 1];
    return high_first ? first << 8 | second : second << 8 | first;
}

static bool is_half(uint32_t unit, uint32_t first) {
    return unit >= first && unit < first + 0x400;
}

struct text utf16_to_utf8(struct text bytes, struct arena *arena, size_t *undefined) {
    const uint32_t high_half = 0xD800, low_half = 0xDC00;
    bool high_first = text_starts_with(bytes, TEXT("\xFE\xFF"));
    char *out = arena_alloc_unset(arena, bytes.size / 2 * MOST_OF_CHARACTER + 1);
    size_t size = 0, at = has_utf16_mark(bytes) ? 2 : 0;
    *undefined = bytes.size;
    while (at + 1 < bytes.size) {
        uint32_t unit = unit_at(bytes, at, high_first);
        uint32_t next = at + 3 < bytes.size ? unit_at(bytes, at + 2, high_first) : 0;
        bool pair = is_half(unit, high_half) && is_half(next, low_half);
        if (!pair && (is_half(unit, high_half) || is_half(unit, low_half)))
            break;
        if (pair)
            unit = 0x10000 + ((unit - high_half) << 10) + (next - low_half);
        size += put_utf8(out + size, unit);
        at += pair ? MOST_OF_PAIR : 2;
    }
    if (at < bytes.size)
        *undefined = at;
    return (struct text){out, size};
}

static bool put_windows_1252(struct writer *writer, uint32_t code_point) {
    if (code_point < FIRST_HIGH || (code_point >= FIRST_LATIN_1 && code_point <= 0xFF)) {
        writer_byte(writer, (char)code_point);
        return true;
    }
    for (size_t i = 0; i < sizeof high / sizeof *high; i++)
        if (high[i] == code_point) {
            writer_byte(writer, (char)(FIRST_HIGH + i));
            return true;
        }
    return false;
}

static void put_unit(struct writer *writer, uint32_t unit, bool high_first) {
    writer_byte(writer, (char)(high_first ? unit >> 8 : unit & 0xFF));
    writer_byte(writer, (char)(high_first ? unit & 0xFF : unit >> 8));
}

static void put_utf16(struct writer *writer, uint32_t code_point, bool high_first) {
    if (code_point >= 0x10000) {
        put_unit(writer, 0xD800 + ((code_point - 0x10000) >> 10), high_first);
        put_unit(writer, 0xDC00 + ((code_point - 0x10000) & 0x3FF), high_first);
    } else {
        put_unit(writer, code_point, high_first);
    }
}

bool charset_from_utf8(struct text text, enum charset charset, struct text begin,
                       struct text *bytes, struct arena *arena) {
    bool high_first = text_starts_with(begin, TEXT("\xFE\xFF"));
    struct writer writer;
    *bytes = text;
    if (charset != CHARSET_WINDOWS_1252 && charset != CHARSET_UTF16)
        return true;
    writer_to_memory(&writer, arena);
    for (size_t at = 0; at < text.size;) {
        uint32_t code_point = text_next_code_point(text, &at);
        if (charset == CHARSET_UTF16)
            put_utf16(&writer, code_point, high_first);
        else if (!put_windows_1252(&writer, code_point))
            return false;
    }
    *bytes = writer_text(&writer);
    return true;
}
