// SPDX-License-Identifier: MIT
// Sheets that are printed on several pages side by side.

#ifndef FELLESSKAP_VIEW_ACROSS_H
#define FELLESSKAP_VIEW_ACROSS_H

#include "base/arena.h"
#include "base/workbook.h"

// Prints the sheet so many pages wide that no type is smaller than 8 points. Where that is more
// than one, the lines above the head of its columns are wrapped in the frozen columns, which each
// page has, so that none is cut. Owned by the arena.
void sheet_print_across(struct sheet *sheet, struct arena *arena);

#endif
