// SPDX-License-Identifier: MIT
// Weekdays in running text that are not those of their dates.

#ifndef FELLESSKAP_CHECK_WRITING_WEEKDAY_H
#define FELLESSKAP_CHECK_WRITING_WEEKDAY_H

#include "check/tree/referrer.h"

// A date without a year may be in the year in which the referrer's file was written, the one
// before or the one after; where that is not known, it is not checked.
void check_weekdays(const struct referrer *referrer, const struct prose *prose);

#endif
