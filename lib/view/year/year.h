// SPDX-License-Identifier: MIT
// The header of view/year/ for the year as a document: a table for each month, the wheel as its
// picture, and a calendar.

#ifndef FELLESSKAP_VIEW_YEAR_YEAR_H
#define FELLESSKAP_VIEW_YEAR_YEAR_H

#include "base/calendar.h"
#include "view/year/entries.h"

// The view "årshjul" of docs/views.md; a workbook; the wheel alone.
struct value year_value(const struct year_entries *entries);
// All that has a day in the year; what recurs goes on for some years.
const struct calendar *year_calendar(const struct year_entries *entries);

const struct workbook *year_workbook(const struct year_entries *entries);
struct value year_picture(const struct year_entries *entries);

#endif
