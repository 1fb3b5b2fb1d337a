// SPDX-License-Identifier: MIT

#include "base/numerals.h"

static struct text figures(int64_t number, struct arena *arena) {
    return text_format(arena, "%lld", (long long)number);
}

struct text numeral_letters(int64_t number, struct arena *arena) {
    enum { LETTERS = 26, MOST_LETTERS = 16 };
    char letters[MOST_LETTERS];
    size_t at = MOST_LETTERS;
    if (number < 1)
        return figures(number, arena);
    for (; number > 0; number = (number - 1) / LETTERS)
        letters[--at] = (char)('a' + (number - 1) % LETTERS);
    return text_copy(arena, (struct text){letters + at, MOST_LETTERS - at});
}

static struct text roman(int64_t number, struct arena *arena) {
    static const struct {
        int64_t value;
        struct text numeral;
    } parts[] = {
        {1000, TEXT_OF("m")}, {900, TEXT_OF("cm")}, {500, TEXT_OF("d")}, {400, TEXT_OF("cd")},
        {100, TEXT_OF("c")},  {90, TEXT_OF("xc")},  {50, TEXT_OF("l")},  {40, TEXT_OF("xl")},
        {10, TEXT_OF("x")},   {9, TEXT_OF("ix")},   {5, TEXT_OF("v")},   {4, TEXT_OF("iv")},
        {1, TEXT_OF("i")},
    };
    if (number < 1 || number > 3999)
        return figures(number, arena);
    struct text numeral = TEXT("");
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (; number >= parts[i].value; number -= parts[i].value)
            numeral = text_concat(arena, numeral, parts[i].numeral);
    return numeral;
}

struct text numeral_of_item(int64_t number, int depth, struct arena *arena) {
    return depth == 0   ? figures(number, arena)
           : depth == 1 ? numeral_letters(number, arena)
                        : roman(number, arena);
}
