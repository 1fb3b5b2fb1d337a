// SPDX-License-Identifier: MIT
// The year as a document: a table for each month, and the wheel as its picture.

#ifndef FELLESSKAP_VIEW_YEAR_YEAR_H
#define FELLESSKAP_VIEW_YEAR_YEAR_H

#include "view/year/entries.h"

// The view "årshjul" of docs/views.md; a workbook; the wheel alone.
struct value year_value(const struct year_entries *entries);
const struct workbook *year_workbook(const struct year_entries *entries);
struct value year_picture(const struct year_entries *entries);

#endif
