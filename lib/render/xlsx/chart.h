// SPDX-License-Identifier: MIT
// Compares the chart of a sheet in the finished archive with what the view says.

#ifndef FELLESSKAP_RENDER_XLSX_CHART_H
#define FELLESSKAP_RENDER_XLSX_CHART_H

#include "base/workbook.h"
#include "base/archive.h"

// True when chart `number` of the workbook (from 1) is that of the sheet: well-formed, with its
// title, its description, and for each series its name, what the bars are called, and their values.
bool xlsx_chart_is_whole(const struct archive *archive, size_t number, const struct sheet *sheet,
                         struct arena *arena);

#endif
