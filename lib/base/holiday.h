// SPDX-License-Identifier: MIT
// The public holidays of Norway, and the days on which people work.

#ifndef FELLESSKAP_BASE_HOLIDAY_H
#define FELLESSKAP_BASE_HOLIDAY_H

#include "base/date.h"

enum holiday {
    NO_HOLIDAY,
    NEW_YEARS_DAY,
    MAUNDY_THURSDAY,
    GOOD_FRIDAY,
    EASTER_SUNDAY,
    EASTER_MONDAY,
    LABOUR_DAY,
    CONSTITUTION_DAY,
    ASCENSION_DAY,
    WHIT_SUNDAY,
    WHIT_MONDAY,
    CHRISTMAS_DAY,
    SECOND_CHRISTMAS_DAY,
    HOLIDAY_COUNT
};

// What each is called in messages: N_(). NO_HOLIDAY has none.
extern const char *const holiday_names[HOLIDAY_COUNT];

// Of two on one day, the one that moves with Easter.
enum holiday holiday_on(struct date date);

struct date easter_sunday(int year);

// From Monday to Friday, and no holiday.
bool is_working_day(struct date date);

// The day itself where people work on it, else the last before it on which they do: from Monday to
// Friday, and on no holiday.
struct date working_day_by(struct date date);

#endif
