// SPDX-License-Identifier: MIT

#include "base/words.h"

#include "base/ascii.h"

#include <utf8proc.h>

bool word_wide_at(struct text text, size_t at) {
    // U+00C0 to U+00FF, as å, æ and ø, are letters but for × and ÷.
    if (text.data[at] == '\xC3' && at + 1 < text.size)
        return text.data[at + 1] != '\x97' && text.data[at + 1] != '\xB7';
    utf8proc_category_t category =
        utf8proc_category((utf8proc_int32_t)text_next_code_point(text, &at));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

bool word_capital_at(struct text text, size_t at) {
    if (at >= text.size || (text.data[at] >= 'A' && text.data[at] <= 'Z'))
        return at < text.size;
    // U+00C0 to U+00DE, but for ×
    return text.data[at] == '\xC3' && at + 1 < text.size &&
           (unsigned char)text.data[at + 1] <= 0x9E && text.data[at + 1] != '\x97';
}

// Those of ASCII.
static const bool letters_and_digits[256] = {
    ['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true, ['5'] = true,
    ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true, ['A'] = true, ['B'] = true,
    ['C'] = true, ['D'] = true, ['E'] = true, ['F'] = true, ['G'] = true, ['H'] = true,
    ['I'] = true, ['J'] = true, ['K'] = true, ['L'] = true, ['M'] = true, ['N'] = true,
    ['O'] = true, ['P'] = true, ['Q'] = true, ['R'] = true, ['S'] = true, ['T'] = true,
    ['U'] = true, ['V'] = true, ['W'] = true, ['X'] = true, ['Y'] = true, ['Z'] = true,
    ['a'] = true, ['b'] = true, ['c'] = true, ['d'] = true, ['e'] = true, ['f'] = true,
    ['g'] = true, ['h'] = true, ['i'] = true, ['j'] = true, ['k'] = true, ['l'] = true,
    ['m'] = true, ['n'] = true, ['o'] = true, ['p'] = true, ['q'] = true, ['r'] = true,
    ['s'] = true, ['t'] = true, ['u'] = true, ['v'] = true, ['w'] = true, ['x'] = true,
    ['y'] = true, ['z'] = true,
};

size_t word_end(struct text text, size_t at) {
    for (;;) {
        while (at < text.size && letters_and_digits[(unsigned char)text.data[at]])
            at++;
        if (at == text.size || (unsigned char)text.data[at] < 0x80 || !word_wide_at(text, at))
            return at;
        text_next_code_point(text, &at);
    }
}

bool word_before(struct text text, size_t at) {
    if (at == 0)
        return false;
    do
        at--;
    while (at > 0 && ((unsigned char)text.data[at] & 0xC0) == 0x80);
    return word_at(text, at);
}

static bool is_upper(struct text text, size_t *at) {
    return utf8proc_category((utf8proc_int32_t)text_next_code_point(text, at)) ==
           UTF8PROC_CATEGORY_LU;
}

struct text word_cased_like(struct text text, struct text like, struct arena *arena) {
    size_t at = 0, capitals = 0;
    while (at < like.size && is_upper(like, &at))
        capitals++;
    if (capitals == 0)
        return text;
    bool all = capitals > 1 && capitals == text_length(like);
    char *bytes = arena_alloc(arena, 4 * text.size + 1);
    size_t size = 0;
    for (at = 0; at < text.size;) {
        bool change = all || at == 0;
        utf8proc_int32_t letter = (utf8proc_int32_t)text_next_code_point(text, &at);
        size += (size_t)utf8proc_encode_char(change ? utf8proc_toupper(letter) : letter,
                                             (utf8proc_uint8_t *)bytes + size);
    }
    return (struct text){bytes, size};
}

size_t word_wide_space(struct text text, size_t at) {
    static const struct text wide[] = {TEXT_OF("\u00A0"), TEXT_OF("\u202F"), TEXT_OF("\u2009")};
    struct text rest = text_slice(text, at, text.size);
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (text_starts_with(rest, wide[i]))
            return wide[i].size;
    return 0;
}
