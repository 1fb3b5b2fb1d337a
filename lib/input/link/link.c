// SPDX-License-Identifier: MIT

#include "input/link/link.h"

#include "base/ascii.h"

#include "input/file/characters.h"

static const struct text own_schemes[] = {
    {"tiltak", 6}, {"mål", 4}, {"sak", 3}, {"organ", 5}, {"tilskudd", 8}, {"person", 6},
};

static const struct text outside_schemes[] = {{"https", 5}, {"http", 4}, {"mailto", 6}};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static bool is_one_of(struct text scheme, const struct text *schemes, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(scheme, schemes[i]))
            return true;
    return false;
}

bool markdown_own_scheme(struct text url, struct text *scheme, struct text *target) {
    size_t colon = text_find(url, ':');
    *scheme = text_slice(url, 0, colon);
    if (colon == url.size || !is_one_of(*scheme, own_schemes, COUNT(own_schemes)))
        return false;
    *target = text_slice(url, colon + 1, url.size);
    return true;
}

static int hexadecimal(char byte) {
    if (ascii_is_digit(byte))
        return byte - '0';
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

// "m%C3%A5l" as "mål"; what would not be UTF-8, or hold a control character, stays escaped.
static struct text without_escapes(struct text url, struct arena *arena) {
    if (text_find(url, '%') == url.size)
        return url;
    char *bytes = arena_alloc(arena, url.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < url.size; i++) {
        bool escape = url.data[i] == '%' && i + 2 < url.size;
        int high = escape ? hexadecimal(url.data[i + 1]) : -1;
        int low = escape ? hexadecimal(url.data[i + 2]) : -1;
        int value = 16 * high + low;
        bool decoded = high >= 0 && low >= 0 && value >= ' ' && value != 0x7F;
        bytes[size++] = decoded ? (char)value : url.data[i];
        i += decoded ? 2 : 0;
    }
    struct text result = {bytes, size};
    return character_first_refused(result) == size ? result : url;
}

// A scheme of a few letters and what follows it.
static bool cut_scheme(struct text url, struct text *scheme, struct text *rest,
                       struct arena *arena) {
    enum { LONGEST_SCHEME = 16 };
    size_t colon = text_find(url, ':');
    if (colon > LONGEST_SCHEME || colon + 1 >= url.size)
        return false;
    *scheme = text_lower(arena, text_slice(url, 0, colon));
    *rest = text_slice(url, colon + 1, url.size);
    return true;
}

enum markdown_link markdown_link_kind(struct text *url, struct arena *arena) {
    struct text scheme, rest;
    if (cut_scheme(*url, &scheme, &rest, arena) &&
        is_one_of(scheme, outside_schemes, COUNT(outside_schemes)))
        return LINK_OUTSIDE;
    struct text decoded = text_nfc(arena, without_escapes(*url, arena));
    if (!cut_scheme(decoded, &scheme, &rest, arena) ||
        !is_one_of(scheme, own_schemes, COUNT(own_schemes)))
        return LINK_WRONG;
    *url = text_join(arena, (struct text[]){scheme, rest}, 2, TEXT(":"));
    return LINK_OWN;
}
