// SPDX-License-Identifier: MIT
// The picture of the plan while it is made: its sheet, its columns, and the bars in them.

#ifndef FELLESSKAP_VIEW_PLAN_PICTURE_BARS_H
#define FELLESSKAP_VIEW_PLAN_PICTURE_BARS_H

#include "view/plan/matrix.h"
#include "view/plan/rows.h"

// In user units: pixels of 1/96 inch, so that 11 are a little more than 8 pt on paper.
enum {
    TITLE_HEIGHT = 70, // from the top margin to the legend
    LEGEND_LINE = 20,
    COLUMNS_MOST = 2,
};

// Of a line's height, in per cent.
enum { BASELINE = 70 };

// Text in the template's sizes, in tenths of a unit.
enum { SIZE_ROW = 120, SIZE_SMALL = 110, SIZE_SUBTITLE = 140 };

// A sheet of paper, in landscape.
struct sheet_form {
    int width, height, margin;
    int columns_most;
    int row_lowest, row_highest;
    int years_share;  // of a column's width, in per cent, at most
    int owners_width; // of a column that tells the owners; 0: there is none
    int status_width;
};

struct picture;

struct picture_column {
    const struct picture *picture;
    int x;
    size_t first_row;
    size_t row_count;
    bool continues; // an area of the column before: its name is repeated here
};

struct picture {
    const struct matrix *matrix;
    const struct sheet_form *form;
    struct matrix_signs signs;
    struct matrix_rows rows;
    struct picture_column columns[COLUMNS_MOST];
    size_t column_count;
    int column_width, row_height, height;
    int rows_y;                            // of the first row
    int number_width, year_width, years_x; // years_x from the column's left end
    struct text continued;
};

static inline void put_number(struct map_builder *map, struct text name, int number) {
    map_put(map, name, value_number(number));
}

// The bars of an action, in the row that begins at `row_y` (docs/views.md).
struct value picture_bars(const struct picture_column *column, const struct action *action,
                          int row_y, struct arena *arena);

// "L" and "har-L" of where a day is in a column: none where it is outside the plan's years.
void picture_put_day(const struct picture_column *column, struct map_builder *map,
                     struct view_key key, struct date day);

// The signs that occur, from left to right, in as many lines as they need; `*end` is where the last
// line begins.
struct value picture_legend(const struct picture *picture, int *end);

#endif
