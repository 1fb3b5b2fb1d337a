// SPDX-License-Identifier: MIT
// Days, codes and the words of sums, as the systems write them.

#include "model/grant/export.h"

#include "base/ascii.h"
#include "base/message.h"

#include <string.h>

void export_fault(struct export *export, enum rule rule, struct position at, const char *message,
                  struct text written) {
    struct text told = message_about(export->sources->arena, message, written);
    report(export->sources->diagnostics, rule, export->file->source->path, at, "%.*s",
           TEXT_ARGS(told));
}

struct text export_cell(const struct export *export, const struct csv_row *row,
                        enum payment_column column) {
    size_t at = export->column_of[column];
    return at < row->count ? row->cells[at].text : TEXT("");
}

static bool are_digits(struct text text) {
    for (size_t i = 0; i < text.size; i++)
        if (!ascii_is_digit(text.data[i]))
            return false;
    return text.size > 0;
}

// "1.3.2024" or "1.3.24" as "2024-03-01" into `iso`; "20240301", too. Other texts stay what they
// are.
static struct text as_iso(struct text text, char iso[static 10]) {
    size_t month = text_find(text, '.') + 1;
    size_t year = month < text.size ? month + text_find(text_slice(text, month, text.size), '.') + 1
                                    : text.size;
    size_t digits = text.size - (year < text.size ? year : text.size);
    memcpy(iso, "2000-00-00", 10);
    if (text.size == 8 && are_digits(text)) {
        memcpy(iso, text.data, 4);
        memcpy(iso + 5, text.data + 4, 2);
        memcpy(iso + 8, text.data + 6, 2);
        return (struct text){iso, 10};
    }
    if ((digits != 4 && digits != 2) || month < 2 || month > 3 || year < month + 2 ||
        year > month + 3)
        return text;
    memcpy(iso + 4 - digits, text.data + year, digits);
    memcpy(iso + 7 - (year - 1 - month), text.data + month, year - 1 - month);
    memcpy(iso + 10 - (month - 1), text.data, month - 1);
    return (struct text){iso, 10};
}

// Databases export a day with the midnight that it begins with.
static struct text without_midnight(struct text text) {
    static const struct text midnights[] = {TEXT_OF(" 00:00:00"), TEXT_OF("T00:00:00"),
                                            TEXT_OF(" 00:00")};
    for (size_t i = 0; i < sizeof midnights / sizeof *midnights; i++)
        if (text_ends_with(text, midnights[i]))
            return text_slice(text, 0, text.size - midnights[i].size);
    return text;
}

bool export_date(struct text text, struct date *date) {
    static const struct date first = {1900, 3, 1};
    char iso[10];
    struct date read;
    if (!date_parse(as_iso(without_midnight(text), iso), &read) || date_compare(read, first) < 0)
        return false;
    *date = read;
    return true;
}

struct text export_code(struct text text) {
    size_t digits = 0;
    while (text_digit_at(text, digits))
        digits++;
    bool words_follow = digits > 0 && digits < text.size &&
                        (text.data[digits] == ' ' || text.data[digits] == ':' ||
                         text_starts_with(text_slice(text, digits, text.size), TEXT("\u00A0")));
    return words_follow ? text_slice(text, 0, digits) : text;
}

static bool begins_with_word(struct text text, struct text word) {
    if (!text_starts_with(text, word))
        return false;
    struct text rest = text_slice(text, word.size, text.size);
    return rest.size == 0 || rest.data[0] == ' ' || rest.data[0] == ':' || rest.data[0] == '.';
}

static bool are_stars(struct text text) {
    size_t stars = 0;
    while (stars < text.size && text.data[stars] == '*')
        stars++;
    return stars > 0 && (stars == text.size || text.data[stars] == ' ');
}

bool export_is_sum_word(const struct export *export, struct text text, bool *is_opening) {
    static const struct {
        struct text word;
        bool is_opening;
    } words[] = {
        {TEXT_OF("sum"), false},
        {TEXT_OF("total"), false},
        {TEXT_OF("totalt"), false},
        {TEXT_OF("totalsum"), false},
        {TEXT_OF("delsum"), false},
        {TEXT_OF("saldo"), false},
        {TEXT_OF("ub"), false},
        {TEXT_OF("utgående"), false},
        {TEXT_OF("utg"), false},
        {TEXT_OF("ib"), true},
        {TEXT_OF("inngående"), true},
        {TEXT_OF("inng"), true},
        {TEXT_OF("åpningsbalanse"), true},
    };
    if (text.size == 0 || ascii_is_digit(text.data[0]) || are_stars(text))
        return are_stars(text);
    struct arena_savepoint saved = arena_save(export->scratch);
    struct text lower = text_lower(export->scratch, text);
    bool found = false;
    for (size_t i = 0; i < sizeof words / sizeof *words && !found; i++) {
        found = begins_with_word(lower, words[i].word);
        if (found)
            *is_opening = words[i].is_opening;
    }
    arena_release(export->scratch, saved);
    return found;
}

bool export_is_sum(const struct export *export, const struct csv_row *row, bool *is_opening) {
    bool found = false;
    *is_opening = false;
    for (size_t i = 0; i < row->count && !found; i++)
        found = export_is_sum_word(export, row->cells[i].text, is_opening);
    return found;
}

int64_t export_account(struct text text) {
    enum { MOST_DIGITS = 18 };
    struct text code = export_code(text);
    int64_t number = 0;
    if (code.size == 0 || code.size > MOST_DIGITS)
        return -1;
    for (size_t i = 0; i < code.size; i++) {
        if (!ascii_is_digit(code.data[i]))
            return -1;
        number = number * 10 + (code.data[i] - '0');
    }
    return number;
}
