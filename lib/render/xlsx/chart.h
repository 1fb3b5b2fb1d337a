// SPDX-License-Identifier: MIT
// Compares the chart of a sheet in the finished archive with what the view says.

#ifndef FELLESSKAP_RENDER_XLSX_CHART_H
#define FELLESSKAP_RENDER_XLSX_CHART_H

#include "base/workbook.h"
#include "render/xlsx/archive.h"

// True when the part is well-formed and shows the chart of the sheet, and nothing else: its title,
// and for each series its name, what the bars are called, and their values.
bool xlsx_chart_is_whole(const struct archive_part *part, const struct sheet *sheet,
                         struct arena *arena);

#endif
