// SPDX-License-Identifier: MIT
// Dates as people write them in running text: "tirsdag 29. oktober 2024", "innen 15.12".

#ifndef FELLESSKAP_CHECK_WRITING_WRITTEN_DATES_H
#define FELLESSKAP_CHECK_WRITING_WRITTEN_DATES_H

#include "base/date.h"
#include "base/prose.h"

struct written_date {
    struct date date;   // year 0: none is written
    int weekday;        // 1 Monday to 7 Sunday; 0: none is written
    struct text words;  // as written, from the weekday to the year
    struct position at; // of the first of them
    bool is_deadline;   // "innen" or the like comes before it
};

// Calls `found` for each date in the text, in order. A day that does not exist is not a date. Dates
// with neither a month in letters nor a year count only after such a word, because "15.12" can be a
// time.
void written_dates_find(const struct prose *prose, struct arena *arena,
                        void (*found)(void *context, const struct written_date *date),
                        void *context);

#endif
