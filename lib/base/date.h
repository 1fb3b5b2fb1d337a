// SPDX-License-Identifier: MIT
// Dates, clock times and periods as people write them.

#ifndef FELLESSKAP_BASE_DATE_H
#define FELLESSKAP_BASE_DATE_H

#include "base/text.h"

// A day of the Gregorian calendar; year 0 means that no date is given.
struct date {
    int year;
    int month; // 1 to 12
    int day;   // 1 to 31
};

enum { FIRST_YEAR = 1900, LAST_YEAR = 2200 };

// Four digits, 1900 to 2200.
bool year_parse(struct text text, int *year);

// ISO 8601, "2024-10-29"; only days that exist, years 1900 to 2200. PATTERN is the same as a
// regular expression in JavaScript's syntax, as are the other PATTERNs here.
#define DATE_PATTERN                                                                               \
    YEAR_PATTERN                                                                                   \
    "-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"      \
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:(?:19|2[01])(?:0[48]|[2468][048]|[13579][26])|2000)-02-29"
#define YEAR_PATTERN "(?:(?:19|2[01])[0-9]{2}|2200)"
bool date_parse(struct text text, struct date *date);

// 1 Monday to 7 Sunday (ISO 8601).
int date_weekday(struct date date);

int date_days_in_month(int year, int month);

// Whether there is such a day; of a date without a year, in any year.
bool date_exists(struct date date);

// The same in bokmål and nynorsk; ends with NULL. The number of the month that the text names, 1 to
// 12; 0 for none.
#define MONTH_PATTERN                                                                              \
    "(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)"
extern const char *const month_names[13];
int month_parse(struct text text);

// Whether a number before this word in small letters is a day or an ordinal, as "1. mars", "15.
// des." and "2. halvår" are, and not the number of an item.
bool date_is_ordinal_word(struct text word);

// From one day to another; negative when that is earlier.
int date_days_between(struct date from, struct date to);

// Negative, zero or positive, as a is before, on or after b.
int date_compare(struct date a, struct date b);

// The day after; the last day of the year 2200 is its own.
struct date date_next(struct date date);

// So many days before a day; at least the first of the year 1900.
struct date date_days_earlier(struct date date, int days);

// A day of a week of a year (ISO 8601): week 1 has the year's first Thursday; 1 is Monday. Week 53
// may end in the next year, or be that year's first.
struct date date_of_week(int year, int week, int weekday);

// The same day so many months later, or the last of a shorter month; at most in the year 2200.
struct date date_months_later(struct date date, int months);

struct text date_iso(struct arena *arena, struct date date);

// Seconds since 1970-01-01T00:00:00Z at the start of the day in UTC.
int64_t date_to_seconds(struct date date);

// How far Norwegian clocks are ahead of UTC at that local time, in minutes: 120 from the last
// Sunday of March at 2 to the last of October at 3, else 60. The rule has held since 1996.
int norwegian_time_offset(struct date date, int minutes);

// A clock time in minutes since midnight: "13.00" or "13:00", up to 24.00.
#define CLOCK_PATTERN "(?:(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9]|24[.:]00)"
bool clock_parse(struct text text, int *minutes);

// With a period between hours and minutes (Språkrådet): "13.00".
struct text clock_text(struct arena *arena, int minutes);

// Two clock times with an en dash or a hyphen between: "13.00–17.00". The second is later.
#define CLOCK_SPAN_PATTERN CLOCK_PATTERN RANGE_PATTERN CLOCK_PATTERN
#define RANGE_PATTERN "[ \\t]*[–-][ \\t]*"
bool clock_span_parse(struct text text, int *from, int *to);

// Two years with an en dash or a hyphen between: "2022–2025", or one year. `*to` is not before
// `*from`.
#define PERIOD_PATTERN YEAR_PATTERN "(?:" RANGE_PATTERN YEAR_PATTERN ")?"
bool period_parse(struct text text, int *from, int *to);

#endif
