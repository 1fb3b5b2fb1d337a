// SPDX-License-Identifier: MIT

#include "base/date.h"

static bool is_leap_year(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

bool date_exists(struct date date) {
    enum { ANY_LEAP_YEAR = 2000 };
    return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= date_days_in_month(date.year == 0 ? ANY_LEAP_YEAR : date.year, date.month);
}

const char *const month_names[13] = {"januar",   "februar",  "mars",   "april",     "mai",
                                     "juni",     "juli",     "august", "september", "oktober",
                                     "november", "desember", NULL};

int month_parse(struct text text) {
    for (int i = 0; month_names[i] != NULL; i++)
        if (text_is(text, month_names[i]))
            return i + 1;
    return 0;
}

// Besides the names of the months, in bokmål and nynorsk.
static const char *const ordinal_words[] = {
    "jan",     "feb",       "mar",     "apr",       "jun",  "jul",    "aug",
    "sep",     "sept",      "okt",     "nov",       "des",  "halvår", "halvåret",
    "kvartal", "kvartalet", "tertial", "tertialet", "ledd", "leddet", NULL,
};

bool date_is_ordinal_word(struct text word) {
    for (size_t i = 0; ordinal_words[i] != NULL; i++)
        if (text_is(word, ordinal_words[i]))
            return true;
    return month_parse(word) > 0;
}

bool year_parse(struct text text, int *year) {
    return text.size == 4 && text_to_number(text, year) && *year >= FIRST_YEAR &&
           *year <= LAST_YEAR;
}

bool date_parse(struct text text, struct date *date) {
    struct date parsed;
    if (text.size != 10 || text.data[4] != '-' || text.data[7] != '-' ||
        !year_parse(text_slice(text, 0, 4), &parsed.year) ||
        !text_to_number(text_slice(text, 5, 7), &parsed.month) ||
        !text_to_number(text_slice(text, 8, 10), &parsed.day) || !date_exists(parsed))
        return false;
    *date = parsed;
    return true;
}

// Days since 1970-01-01, counted in years that begin in March, so that a leap day ends its year.
static int64_t days_since_1970(struct date date) {
    int64_t year = date.month > 2 ? date.year : date.year - 1;
    int64_t month = (date.month + 9) % 12;
    int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
    return 365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719468;
}

// The other way round.
static struct date date_of_days(int64_t days) {
    enum { DAYS_OF_ERA = 146097, YEARS_OF_ERA = 400 }; // the calendar begins anew
    int64_t since = days + 719468, era = since / DAYS_OF_ERA, day = since % DAYS_OF_ERA;
    int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    int64_t day_of_year = day - (365 * year + year / 4 - year / 100);
    int month = (int)((5 * day_of_year + 2) / 153); // from March
    int of_month = (int)(day_of_year - (153 * month + 2) / 5) + 1;
    int whole = (int)(year + era * YEARS_OF_ERA) + (month >= 10);
    return (struct date){whole, month < 10 ? month + 3 : month - 9, of_month};
}

int date_days_between(struct date from, struct date to) {
    return (int)(days_since_1970(to) - days_since_1970(from));
}

int date_weekday(struct date date) {
    return (int)((days_since_1970(date) + 3) % 7 + 7) % 7 + 1; // 1970-01-01 was a Thursday
}

int date_compare(struct date a, struct date b) {
    if (a.year != b.year)
        return a.year - b.year;
    return a.month != b.month ? a.month - b.month : a.day - b.day;
}

struct date date_next(struct date date) {
    if (date.day < date_days_in_month(date.year, date.month))
        return (struct date){date.year, date.month, date.day + 1};
    if (date.month < 12)
        return (struct date){date.year, date.month + 1, 1};
    return date.year < LAST_YEAR ? (struct date){date.year + 1, 1, 1} : date;
}

struct date date_days_earlier(struct date date, int days) {
    struct date earlier = date_of_days(days_since_1970(date) - days);
    return earlier.year < FIRST_YEAR ? (struct date){FIRST_YEAR, 1, 1} : earlier;
}

struct date date_of_week(int year, int week, int weekday) {
    const struct date in_first = {year, 1, 4}; // always in week 1
    int64_t monday = days_since_1970(in_first) - (date_weekday(in_first) - 1);
    return date_of_days(monday + 7 * (week - 1) + weekday - 1);
}

struct date date_months_later(struct date date, int months) {
    int all = date.year * 12 + date.month - 1 + (months < 12 * LAST_YEAR ? months : 12 * LAST_YEAR);
    struct date later = {all / 12, all % 12 + 1, date.day};
    if (later.year > LAST_YEAR)
        return (struct date){LAST_YEAR, 12, 31};
    int last = date_days_in_month(later.year, later.month);
    later.day = later.day < last ? later.day : last;
    return later;
}

// `digits` of them, with zeros in front.
static void put_digits(char *at, int number, int digits) {
    for (int i = digits; i-- > 0; number /= 10)
        at[i] = (char)('0' + number % 10);
}

struct text date_iso(struct arena *arena, struct date date) {
    char text[] = "0000-00-00";
    put_digits(text, date.year, 4);
    put_digits(text + 5, date.month, 2);
    put_digits(text + 8, date.day, 2);
    return text_copy(arena, text_from(text));
}

int64_t date_to_seconds(struct date date) {
    return days_since_1970(date) * 24 * 60 * 60;
}

// The last Sunday of a month of 31 days.
static struct date last_sunday(int year, int month) {
    struct date date = {year, month, 31};
    date.day -= date_weekday(date) % 7;
    return date;
}

int norwegian_time_offset(struct date date, int minutes) {
    int64_t now = date_to_seconds(date) + INT64_C(60) * minutes;
    int64_t begins = date_to_seconds(last_sunday(date.year, 3)) + 2 * INT64_C(3600);
    int64_t ends = date_to_seconds(last_sunday(date.year, 10)) + 3 * INT64_C(3600);
    return now >= begins && now < ends ? 120 : 60;
}

bool clock_parse(struct text text, int *minutes) {
    int hour, minute;
    if (text.size < 4 || text.size > 5)
        return false;
    size_t separator = text.size - 3;
    if ((text.data[separator] != '.' && text.data[separator] != ':') ||
        !text_to_number(text_slice(text, 0, separator), &hour) ||
        !text_to_number(text_slice(text, separator + 1, text.size), &minute))
        return false;
    if (minute > 59 || 60 * hour + minute > 24 * 60)
        return false;
    *minutes = 60 * hour + minute;
    return true;
}

struct text clock_text(struct arena *arena, int minutes) {
    char text[] = "00.00";
    put_digits(text, minutes / 60, 2);
    put_digits(text + 3, minutes % 60, 2);
    return text_copy(arena, text_from(text));
}

// Cuts "a–b" or "a-b" in two, spaces around the dash allowed.
static bool cut_range(struct text text, struct text *from, struct text *to) {
    static const struct text dashes[] = {TEXT_OF("–"), TEXT_OF("-")};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        for (size_t at = 0; at + dashes[i].size <= text.size; at++)
            if (text_starts_with(text_slice(text, at, text.size), dashes[i])) {
                *from = text_trim(text_slice(text, 0, at));
                *to = text_trim(text_slice(text, at + dashes[i].size, text.size));
                return true;
            }
    return false;
}

bool clock_span_parse(struct text text, int *from, int *to) {
    struct text first, second;
    return cut_range(text, &first, &second) && clock_parse(first, from) &&
           clock_parse(second, to) && *from < *to;
}

bool period_parse(struct text text, int *from, int *to) {
    struct text first, second;
    if (!cut_range(text, &first, &second))
        first = second = text;
    return year_parse(first, from) && year_parse(second, to) && *from <= *to;
}
