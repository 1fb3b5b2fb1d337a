// SPDX-License-Identifier: MIT
// Compares a sheet in the finished archive, cell by cell, with what the view says.

#ifndef FELLESSKAP_RENDER_XLSX_COMPARE_H
#define FELLESSKAP_RENDER_XLSX_COMPARE_H

#include "base/workbook.h"
#include "base/archive.h"
#include "render/xlsx/styles.h"
#include "render/xlsx/stylesheet.h"

// How often something is in a sheet, or in all of them.
struct sheet_counts {
    size_t rows, merges, links, links_outside, comments, regions;
};

struct sheet_comment {
    uint32_t row;
    uint16_t column;
    struct text text;
};

struct comment_list {
    struct sheet_comment *items;
    size_t count;
};

// The looks of the whole workbook, and which look of the view each corresponds to.
struct xlsx_looks {
    struct stylesheet sheet;
    int known[STYLE_COUNT][LOOK_COUNT][2];
};

// What the sheets of a workbook are compared with, and what comes of it.
struct xlsx_sheets {
    struct text_list strings;     // that cells refer to by number
    struct xlsx_looks looks;      // of the style sheet
    struct comment_list comments; // those that the view has, of the sheets so far
    void (*beside)(void *context, const char *name); // gets each element that is not in a cell
    void *context;
};

// True when the part is well-formed and holds every cell of the sheet in its place, with its
// formula, value and look, and no other. Adds to `counts` and to the comments (in `arena`) what the
// sheet should have beside its cells.
bool xlsx_sheet_is_whole(const struct archive_part *part, const struct sheet *sheet,
                         struct xlsx_sheets *sheets, struct sheet_counts *counts,
                         struct arena *arena);

// Whether the text in the file is this number, but for the rounding of the library.
bool xlsx_same_number(struct text found, double wanted);

// "AB12", 0-based; false for anything else.
bool xlsx_read_reference(const char *reference, uint32_t *row, uint16_t *column);

#endif
