// SPDX-License-Identifier: MIT

#include "document/back/values.h"

#include "base/amount.h"
#include "base/date.h"
#include "input/xlsx/days.h"
#include "model/grant/export.h"

enum { ORE = 100 };

enum typed_kind typed_kind_of(struct text key) {
    static const struct {
        const char *key;
        enum typed_kind kind;
    } kinds[] = {
        {"beløp", TYPED_AMOUNT},    {"bundet", TYPED_AMOUNT},    {"innskutt", TYPED_AMOUNT},
        {"dato", TYPED_DATE},       {"rapporteres", TYPED_DATE}, {"mottatt", TYPED_DATE},
        {"bilagsdato", TYPED_DATE}, {"rad", TYPED_NUMBER},       {"tildeling", TYPED_NUMBER},
        {"fra", TYPED_NUMBER},      {"sak", TYPED_CASE},         {"vedtatt", TYPED_CASE},
        {"merknad", TYPED_PROSE},   {"omtale", TYPED_PROSE},     {"avvik", TYPED_PROSE},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_is(key, kinds[i].key))
            return kinds[i].kind;
    return TYPED_TEXT;
}

static bool is_space(struct text text, size_t at, size_t *next) {
    *next = at;
    uint32_t character = text_next_code_point(text, next);
    return character == ' ' || character == '\t' || character == '\n' || character == '\r' ||
           character == 0xA0 || character == 0x202F || character == 0x2009;
}

// The next character that counts, spaces as one; 0 at the end. Spaces at the ends do not count.
static uint32_t next_character(struct text text, size_t *at) {
    size_t next = *at;
    bool spaces = false;
    while (*at < text.size && is_space(text, *at, &next)) {
        spaces = *at > 0;
        *at = next;
    }
    if (*at == text.size)
        return 0;
    return spaces ? ' ' : text_next_code_point(text, at);
}

static bool is_same_text(struct text a, struct text b) {
    size_t at_a = 0, at_b = 0;
    for (;;) {
        uint32_t left = next_character(a, &at_a), right = next_character(b, &at_b);
        if (left != right)
            return false;
        if (left == 0)
            return true;
    }
}

bool value_is_same(enum typed_kind kind, struct text a, struct text b) {
    if (kind == TYPED_AMOUNT)
        return value_ore(a) == value_ore(b);
    return is_same_text(a, b);
}

int64_t value_ore(struct text amount) {
    int64_t ore = 0;
    return amount_parse_export(amount, '.', &ore) == AMOUNT_OK ? ore : 0;
}

static bool read_amount(const struct xlsx_cell *cell, struct text *value, struct arena *arena) {
    double number = 0;
    int64_t ore = 0;
    bool good;
    if (cell->kind == XLSX_NUMBER) {
        good = xlsx_number(cell->text, &number);
        ore = good ? (int64_t)(number * (double)ORE + (number < 0 ? -0.5 : 0.5)) : 0;
    } else {
        good = amount_parse(cell->text, &ore) == AMOUNT_OK ||
               amount_parse_export(cell->text, 0, &ore) == AMOUNT_OK;
    }
    if (good)
        *value = amount_plain(arena, ore, '.');
    return good;
}

static bool read_date(const struct xlsx_cell *cell, bool from_1904, struct text *value,
                      struct arena *arena) {
    struct date date;
    double serial;
    bool good = cell->kind == XLSX_NUMBER
                    ? xlsx_number(cell->text, &serial) && xlsx_day(serial, from_1904, &date)
                    : export_date(text_trim(cell->text), &date);
    if (good)
        *value = date_iso(arena, date);
    return good;
}

// "2024" of 2024.0, and of a text.
static bool read_whole(const struct xlsx_cell *cell, struct text *value, struct arena *arena) {
    double number;
    if (!xlsx_number(text_trim(cell->text), &number) || number != (double)(int64_t)number)
        return false;
    *value = text_format(arena, "%lld", (long long)number);
    return true;
}

static struct text last_word(struct text text) {
    size_t from = 0;
    text = text_trim(text);
    for (size_t at = 0, next = 0; at < text.size; at = next)
        if (is_space(text, at, &next))
            from = next;
    return text_slice(text, from, text.size);
}

bool value_read(const struct xlsx_cell *cell, enum typed_kind kind, bool from_1904,
                struct text *value, struct arena *arena) {
    *value = TEXT("");
    if (cell == NULL || text_trim(cell->text).size == 0)
        return true;
    if (cell->kind == XLSX_ERROR || cell->kind == XLSX_TRUTH)
        return false;
    switch (kind) {
    case TYPED_AMOUNT:
        return read_amount(cell, value, arena);
    case TYPED_DATE:
        return read_date(cell, from_1904, value, arena);
    case TYPED_NUMBER:
        return read_whole(cell, value, arena);
    case TYPED_CASE:
        *value = text_copy(arena, last_word(cell->text));
        return true;
    default:
        if (cell->kind == XLSX_NUMBER && read_whole(cell, value, arena))
            return true;
        *value = text_nfc(arena, text_copy(arena, text_trim(cell->text)));
        return true;
    }
}
