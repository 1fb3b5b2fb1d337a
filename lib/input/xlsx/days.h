// SPDX-License-Identifier: MIT
// The days of a workbook: numbers, and the styles that show numbers as days.

#ifndef FELLESSKAP_INPUT_XLSX_DAYS_H
#define FELLESSKAP_INPUT_XLSX_DAYS_H

#include "base/date.h"
#include "base/xml.h"

// The day with this number, as spreadsheets count from 30 December 1899, or from 1904. False for
// days before 1 March 1900, for programs differ in them, and after the year 2200.
bool xlsx_day(double serial, bool from_1904, struct date *date);

// Which of the styles of cells show days, in their order, at most `most`. False where the part
// cannot be read.
bool xlsx_read_styles(const struct archive_part *part, bool *shows_days, size_t most, size_t *count,
                      struct arena *arena);

#endif
