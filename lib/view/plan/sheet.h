// SPDX-License-Identifier: MIT
// The first sheet of the plan's workbook, as the second sheet's formulas look at it.

#ifndef FELLESSKAP_VIEW_PLAN_SHEET_H
#define FELLESSKAP_VIEW_PLAN_SHEET_H

#include "view/plan/owners.h"

// From the left. A column that no shown action has anything for is left out.
enum plan_column {
    COLUMN_AREA,
    COLUMN_NUMBER, // of the action: rows of an area or a goal have none
    COLUMN_GOAL,
    COLUMN_ACTION,
    COLUMN_OWNERS,
    COLUMN_SUPPORT,
    COLUMN_STATUS,
    COLUMN_PROGRESS,
    COLUMN_DEADLINE,
    COLUMN_YEARS, // the first of them
    COLUMN_REFERENCES,
    COLUMN_KINDS
};

struct plan_sheet {
    const struct matrix *matrix;
    struct text name;
    struct matrix_rows rows;
    struct matrix_owners owners;
    bool has[COLUMN_KINDS];
    uint16_t at[COLUMN_KINDS]; // of those that it has
    uint16_t column_count;
    uint32_t head_rows;
    struct text summary;              // the line below the title
    struct text selection;            // in words; empty: none
    struct text words[24];            // labels of what the rows say: see matrix_workbook.c
    struct text titles[COLUMN_KINDS]; // labels of the columns
};

// What an action without a status has in that column.
#define NO_STATUS "–"

// An area's number as a cell, in both sheets: a number where it is one.
struct cell plan_area_cell(enum cell_style style, const struct area *area);

#endif
