// SPDX-License-Identifier: MIT
// What the workbook and the picture of the plan share: its rows from top to bottom, each of which
// can be made independently, and the words above them.

#ifndef FELLESSKAP_VIEW_PLAN_ROWS_H
#define FELLESSKAP_VIEW_PLAN_ROWS_H

#include "view/plan/matrix.h"

// The rows of one goal: first its headings, and its area's where it is the first there; then its
// actions.
struct matrix_place {
    const struct matrix_area *area;
    const struct matrix_goal *goal;
    size_t first_row;
};

struct matrix_rows {
    struct matrix_place *places;
    size_t place_count;
    size_t row_count;
};

// An area without goals has one place, whose goal has no `goal`; a goal without actions has a row
// of its own. How many headings come before a goal's actions.
typedef size_t matrix_headings(const struct matrix_area *area, const struct matrix_goal *goal);

struct matrix_rows matrix_rows_make(const struct matrix *matrix, matrix_headings *headings);

// The goal that row `row`, one of rows->row_count, belongs to.
const struct matrix_place *matrix_rows_find(const struct matrix_rows *rows, size_t row);

static inline bool matrix_is_first_goal(const struct matrix_area *area,
                                        const struct matrix_goal *goal) {
    return goal->goal == NULL || goal == area->goals;
}

// How many of the shown actions are planned, or deferred, in each year of the plan's period. The
// arrays have matrix->year_count numbers, which are added to.
struct matrix_year_counts {
    size_t *planned;
    size_t *deferred;
};

struct matrix_year_counts matrix_year_counts_make(const struct matrix *matrix, struct arena *arena);
void matrix_count_years(const struct matrix *matrix, const struct action *action,
                        const struct matrix_year_counts *counts);

// "Helsefellesskapet i … · Eier: … · Periode: 2022–2025 · Tiltak: 52 · Områder: 7".
struct text matrix_summary(const struct matrix *matrix);

// What --owner, --area, --year and --status left: "Viser bare: Ansvarlig …"; empty when nothing is
// left out.
struct text matrix_selection_words(const struct matrix *matrix);

#endif
