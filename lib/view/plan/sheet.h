// SPDX-License-Identifier: MIT
// What the sheets of the plan's workbook share: the matrix, its texts, and the counts, whose
// formulas look at the matrix.

#ifndef FELLESSKAP_VIEW_PLAN_SHEET_H
#define FELLESSKAP_VIEW_PLAN_SHEET_H

#include "view/plan/owners.h"

// From the left, in the matrix and in the texts, each of which has some of them. A column that no
// shown action has anything for is left out.
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
    COLUMN_WHEN,
    COLUMN_YEARS, // the first of them: two columns a year, spring and autumn
    COLUMN_REFERENCES,
    COLUMN_KINDS
};

struct plan_columns {
    bool has[COLUMN_KINDS];
    uint16_t at[COLUMN_KINDS]; // of those that it has
    uint16_t count;
};

enum plan_word {
    WORD_SAME_AS,
    WORD_SEE,
    WORD_DEPENDS_ON,
    WORD_NEEDED_BY,
    WORD_SHOWN_AS,
    WORD_DECIDED_IN,
    WORD_CASE,
    WORD_REMARK,
    WORD_GOAL_REMARK,
    WORD_COMMENT,
    WORD_LEGEND,
    WORD_START,
    WORD_SPRING,
    WORD_AUTUMN,
    WORD_TEXTS, // what the sheet of texts is for
    WORD_COUNT
};

struct plan_sheet {
    const struct matrix *matrix;
    struct text name, texts_name;
    struct matrix_rows rows, text_rows;
    struct matrix_owners owners;
    struct plan_columns columns, text_columns;
    uint32_t head_rows, text_head_rows;
    struct matrix_signs signs;
    struct text summary;   // the line below the title
    struct text selection; // in words; empty: none
    struct text words[WORD_COUNT];
    struct text titles[COLUMN_KINDS]; // labels of the columns
    struct text footer;
    struct text numbers, statuses; // those columns of the matrix, as formulas name them
};

// What an action without a status has in that column.
#define NO_STATUS "–"

// How many rows of headings there are before the actions of a goal: in the matrix its area's and
// its own, in the texts one with what is said about the area and one for a goal without actions.
matrix_headings plan_matrix_headings, plan_texts_headings;
bool plan_has_area_row(const struct matrix_area *area, const struct matrix_goal *goal);

// The row of an action in either sheet, 0-based, by its place among those of all goals.
uint32_t plan_matrix_row(const struct plan_sheet *plan, size_t place, size_t action);
uint32_t plan_texts_row(const struct plan_sheet *plan, size_t place, size_t action);

// A column of the matrix below its head: "'Plan'!$D$4:$D$60".
struct text plan_matrix_range(const struct plan_sheet *plan, size_t column, struct arena *arena);

// An area's number as a cell: a number where it is one.
struct cell plan_area_cell(enum cell_style style, const struct area *area);

// An action's number, which leads to the action's row in the other sheet.
struct cell plan_number_cell(const struct action *action, struct text sheet, uint32_t row,
                             uint16_t column, struct arena *arena);

// Puts the cell where the sheet has the column.
void plan_put_cell(const struct plan_columns *columns, struct cell *cells, enum plan_column column,
                   struct cell cell);

// Owners and those who support them, where the sheet has them.
void plan_put_owners(const struct plan_sheet *plan, const struct plan_columns *columns,
                     struct cell *cells, const struct action *action, struct arena *arena);

// A row with one line of words in it, over all columns.
struct row plan_line_row(const struct plan_columns *columns, enum cell_style style,
                         struct text text, struct arena *arena);

// Status in words, or NO_STATUS.
struct text plan_status_words(const struct plan_sheet *plan, const struct action *action);

bool plan_goal_is_empty(const struct matrix_goal *goal);

// What an action, or a goal, refers to, with `between` before each but the first. Links come with
// the texts.
void plan_put_references(const struct plan_sheet *plan, struct writer *lines, struct text between,
                         const struct action *action, struct arena *arena);
void plan_put_cases(const struct plan_sheet *plan, struct writer *lines, struct text between,
                    const struct scalar_list *numbers, struct arena *arena);

// "1.2 Flere pasienter …", on one line.
struct text plan_goal_words(const struct goal *goal, struct arena *arena);

#endif
