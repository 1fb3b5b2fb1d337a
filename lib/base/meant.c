// SPDX-License-Identifier: MIT

#include "base/meant.h"

#include "base/amount.h"
#include "base/date.h"

#include <string.h>

static const struct text nothing = TEXT_OF("");

// Cuts the next word or number from the front of `rest`, and what separates it from the one before.
// False at the end.
static bool next_part(struct text *rest, struct text *part, struct text *separator) {
    size_t from = 0;
    while (from < rest->size && strchr(" .-/", rest->data[from]) != NULL)
        from++;
    size_t to = from;
    while (to < rest->size && strchr(" .-/", rest->data[to]) == NULL)
        to++;
    *separator = text_slice(*rest, 0, from);
    *part = text_slice(*rest, from, to);
    *rest = text_slice(*rest, to, rest->size);
    return part->size > 0;
}

// By its name or its first three letters, in any case; 0 where it is not a month.
static int month_of_word(struct arena *arena, struct text word) {
    struct text lower = text_lower(arena, word);
    int month = month_parse(lower);
    for (int i = 0; month == 0 && month_names[i] != NULL; i++)
        if (lower.size == 3 && text_starts_with(text_from(month_names[i]), lower))
            month = i + 1;
    return month;
}

static struct text without_suffix(struct text text, const char *suffix) {
    struct text end = text_from(suffix);
    return text_ends_with(text, end) ? text_trim(text_slice(text, 0, text.size - end.size)) : text;
}

static struct text without_prefix(struct text text, const char *prefix) {
    struct text start = text_from(prefix);
    bool found = text_starts_with(text, start);
    return found ? text_trim(text_slice(text, start.size, text.size)) : text;
}

// "fredag 30. juni 2023", "fredag, den 30. juni": without the words before the day. The weekday of
// a day that it is not is left.
static struct text without_weekday(struct arena *arena, struct text text, int *weekday) {
    static const char *const names[] = {
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
    };
    static const char *const nynorsk[] = {"måndag", "tysdag", "", "", "", "laurdag", "sundag"};
    struct text rest = text_trim(text);
    struct text word = text_lower(arena, without_suffix(text_cut(&rest, ' '), ","));
    for (int day = 0; day < 7 && rest.data != NULL; day++)
        if (text_is(word, names[day]) || text_is(word, nynorsk[day])) {
            *weekday = day + 1;
            rest = text_trim(rest);
            bool article = text_starts_with(rest, TEXT("den "));
            return article ? text_trim(text_slice(rest, 4, rest.size)) : rest;
        }
    return text_trim(text);
}

// "20260630"
static bool is_compact(struct text text, struct date *date) {
    return text.size == 8 && year_parse(text_slice(text, 0, 4), &date->year) &&
           text_to_number(text_slice(text, 4, 6), &date->month) &&
           text_to_number(text_slice(text, 6, 8), &date->day) && date_exists(*date);
}

static struct text with_plain_spaces(struct arena *arena, struct text text) {
    const struct text no_break = TEXT("\u00A0");
    struct text rest = text;
    struct writer writer;
    writer_to_memory(&writer, arena);
    while (rest.size > 0) {
        bool space = text_starts_with(rest, no_break);
        writer_put(&writer, space ? TEXT(" ") : text_slice(rest, 0, 1));
        rest = text_slice(rest, space ? no_break.size : 1, rest.size);
    }
    return writer_text(&writer);
}

// The parts of a date, whether there is such a day or not. False where they are not certain.
static bool read_date(struct arena *arena, struct text text, struct date *date, int *weekday) {
    text = without_weekday(arena, with_plain_spaces(arena, text), weekday);
    text = without_prefix(text, "den ");
    struct text parts[3], separators[3], rest = text;
    for (size_t i = 0; i < 3; i++)
        if (!next_part(&rest, &parts[i], &separators[i]))
            return false;
    if (separators[0].size > 0 || rest.size > 0)
        return false;
    bool year_first = year_parse(parts[0], &date->year);
    if (!year_first && !year_parse(parts[2], &date->year))
        return false;
    date->month = month_of_word(arena, parts[1]);
    bool word = date->month > 0;
    bool slash = text_find(separators[1], '/') < separators[1].size;
    if ((!word && !text_to_number(parts[1], &date->month)) || (year_first && word) ||
        !text_to_number(parts[year_first ? 2 : 0], &date->day))
        return false;
    return !slash || year_first || word || date->day > 12; // "06/07/2026" is June in America
}

struct text date_meant(struct arena *arena, struct text text) {
    int weekday = 0;
    struct date date;
    if (is_compact(text, &date))
        return date_iso(arena, date);
    if (!read_date(arena, text, &date, &weekday) || !date_exists(date) ||
        (weekday > 0 && weekday != date_weekday(date)))
        return nothing;
    return date_iso(arena, date);
}

bool date_is_beyond_month(struct arena *arena, struct text text, struct date *last) {
    int weekday = 0;
    struct date date;
    if (!read_date(arena, text, &date, &weekday) || date_exists(date) || date.day < 29 ||
        date.day > 31)
        return false;
    for (date.day--; date.day >= 28 && !date_exists(date);)
        date.day--;
    *last = date;
    return date_exists(date);
}

// "4.5 mill.": a point before one or two digits and a word is a decimal point.
static struct text with_decimal_comma(struct arena *arena, struct text text) {
    size_t point = text_find(text, '.'), end = point + 1;
    while (text_digit_at(text, end))
        end++;
    if (point == text.size || end - point - 1 < 1 || end - point - 1 > 2 || end == text.size)
        return nothing;
    int64_t ore;
    const struct text pieces[] = {text_slice(text, 0, point), TEXT(","),
                                  text_slice(text, point + 1, text.size)};
    struct text meant = text_join(arena, pieces, 3, TEXT(""));
    return amount_parse(meant, &ore) == AMOUNT_OK ? meant : nothing;
}

struct text amount_meant(struct arena *arena, struct text text) {
    static const char *const before[] = {"kr.", "kr", "NOK"};
    static const char *const after[] = {"kroner", "kr.", "kr", "NOK"};
    struct text rest = text_trim(text);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        rest = without_prefix(rest, before[i]);
    for (size_t i = 0; i < sizeof after / sizeof *after; i++)
        rest = without_suffix(rest, after[i]);
    struct text whole = without_suffix(without_suffix(rest, ",-"), ",–");
    // Whole kroner come before ",-": a point in them separates thousands.
    char mark = whole.size < rest.size ? ',' : amount_export_mark(whole);
    int64_t ore;
    if (amount_parse(rest, &ore) == AMOUNT_OK)
        return with_plain_spaces(arena, amount_text(arena, ore));
    if (mark == 0 || whole.size == 0 || amount_parse_export(whole, mark, &ore) != AMOUNT_OK)
        return with_decimal_comma(arena, text_trim(text));
    return with_plain_spaces(arena, amount_text(arena, ore));
}

static bool clock_of(struct text text, int *minutes) {
    static const char *const before[] = {"fra", "klokken", "klokka", "kl", "."};
    struct text rest = text_trim(text);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++)
        rest = without_prefix(rest, before[i]);
    int number;
    if (clock_parse(rest, minutes))
        return true;
    if (!text_to_number(rest, &number) || rest.size == 3 || rest.size > 4)
        return false;
    *minutes = rest.size == 4 ? number / 100 * 60 + number % 100 : number * 60;
    return *minutes <= 24 * 60 && (rest.size < 4 || number % 100 < 60);
}

struct text clock_meant(struct arena *arena, struct text text) {
    int minutes;
    return clock_of(text, &minutes) ? clock_text(arena, minutes) : nothing;
}

struct text clock_span_meant(struct arena *arena, struct text text) {
    static const struct text dashes[] = {TEXT_OF("–"), TEXT_OF("—"), TEXT_OF("-"), TEXT_OF("til")};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        for (size_t at = 0; at < text.size; at++) {
            int from, to;
            struct text end = text_slice(text, at, text.size);
            if (!text_starts_with(end, dashes[i]))
                continue;
            end = text_slice(end, dashes[i].size, end.size);
            if (!clock_of(text_slice(text, 0, at), &from) || !clock_of(end, &to) || from >= to)
                return nothing;
            const struct text pieces[] = {clock_text(arena, from), clock_text(arena, to)};
            return text_join(arena, pieces, 2, TEXT("–"));
        }
    return nothing;
}

// "2025", or "25" after "2023".
static bool end_of_period(struct text text, int from, int *to) {
    if (text.size != 2 || !text_to_number(text, to))
        return year_parse(text, to);
    *to += from / 100 * 100;
    return true;
}

struct text period_meant(struct arena *arena, struct text text) {
    enum { YEAR = 4 };
    static const char *const between[] = {"–", "—", "-", "/", "til", "t.o.m."};
    int from, to;
    struct text rest = text_trim(text_slice(text, YEAR < text.size ? YEAR : text.size, text.size));
    if (text.size < YEAR || !year_parse(text_slice(text, 0, YEAR), &from))
        return nothing;
    for (size_t i = 0; i < sizeof between / sizeof *between; i++)
        if (text_starts_with(rest, text_from(between[i]))) {
            rest = without_prefix(rest, between[i]);
            break;
        }
    if (!end_of_period(rest, from, &to) || from >= to)
        return nothing;
    return text_format(arena, "%d–%d", from, to);
}

struct text minutes_meant(struct arena *arena, struct text text) {
    int minutes;
    struct text number = without_suffix(text_trim(text), "minutter");
    number = without_suffix(without_suffix(number, "min."), "min");
    return text_to_number(number, &minutes) ? text_format(arena, "%d", minutes) : nothing;
}
