// SPDX-License-Identifier: MIT
// The header of view/grants/ for the tables of several grants together: their columns, what is in
// each row, and how the formulas count. No formula goes by the position of a row.

#ifndef FELLESSKAP_VIEW_GRANTS_COMBINED_TABLES_H
#define FELLESSKAP_VIEW_GRANTS_COMBINED_TABLES_H

#include "model/grant/applications.h"
#include "model/grants/grants.h"
#include "view/context.h"
#include "view/formula.h"

enum combined_table {
    COMBINED_GRANTS,
    COMBINED_SHARES,        // project × grant
    COMBINED_APPLICATIONS,  // there is no such sheet where none is written
    COMBINED_YEARS,         // of all together
    COMBINED_PROJECT_YEARS, // project × year
    COMBINED_PAYMENTS,
    COMBINED_CHECKS,
    COMBINED_TABLES
};

enum { COMBINED_MOST_COLUMNS = 12 };

enum grants_column {
    GRANTS_ID,
    GRANTS_TITLE,
    GRANTS_YEAR,
    GRANTS_FRAME,
    GRANTS_FIRST,
    GRANTS_CHANGED,
    GRANTS_CURRENT,
    GRANTS_USED,
    GRANTS_COMMITTED,
    GRANTS_LEFT,
    GRANTS_UNALLOCATED,
    GRANTS_COLUMNS
};

enum shares_column {
    SHARES_NUMBER,
    SHARES_PROJECT,
    SHARES_NAME,
    SHARES_GRANT,
    SHARES_YEAR,
    SHARES_ORDER,
    SHARES_FIRST,
    SHARES_CHANGED,
    SHARES_CURRENT,
    SHARES_USED,
    SHARES_COMMITTED,
    SHARES_LEFT,
    SHARES_COLUMNS
};

enum applications_column {
    APPLICATIONS_NAME,
    APPLICATIONS_GRANT,
    APPLICATIONS_APPLICANT,
    APPLICATIONS_APPLIED,
    APPLICATIONS_GRANTED,
    APPLICATIONS_REMARK,
    APPLICATIONS_COLUMNS
};

enum years_column {
    YEARS_YEAR,
    YEARS_BROUGHT,
    YEARS_FIRST,
    YEARS_CHANGED,
    YEARS_PAID,
    YEARS_LEFT,
    YEARS_COLUMNS
};

enum payments_column {
    PAYMENTS_DATE,
    PAYMENTS_VOUCHER,
    PAYMENTS_SUPPLIER,
    PAYMENTS_PROJECT,
    PAYMENTS_NUMBER,
    PAYMENTS_NAME,
    PAYMENTS_AMOUNT,
    PAYMENTS_TEXT,
    PAYMENTS_FILE,
    PAYMENTS_LINE,
    PAYMENTS_COLUMNS
};

enum checks_column { CHECKS_NAME, CHECKS_RESULT, CHECKS_VALUE, CHECKS_WORDS, CHECKS_COLUMNS };

// A project's columns, and then those of the years.
enum { PROJECT_NUMBER, PROJECT_PROJECT, PROJECT_NAME, PROJECT_FIXED };

// What is checked.
enum { CHECK_IS_USED, CHECK_IS_IN_YEARS, CHECK_IS_LEFT, CHECK_IS_BEYOND, CHECK_KINDS };

struct combined_column {
    struct text label_key;
    double width;
    enum cell_kind kind;
    bool is_summed; // in the last row
};

struct combined_form {
    struct text name;                // of the table
    struct text sheet_key, hint_key; // labels
    const struct combined_column *columns;
    size_t column_count;
    bool has_total;
};

extern const struct combined_form combined_forms[COMBINED_TABLES];

struct combined_share_place {
    uint32_t project, share;
};

struct combined_application {
    const struct grant *grant;
    const struct application *application;
    struct text remark;
};

struct combined_year_place {
    uint32_t project;
    int year;
};

struct combined_book {
    const struct view_context *context;
    const struct combined *combined;
    struct combined_grant sum;
    struct combined_share_place *shares;       // by grant, then as it lists them
    struct combined_application *applications; // by grant, then as it lists them
    struct combined_year_place *project_years;
    size_t rows[COMBINED_TABLES];
    struct text titles[COMBINED_TABLES][COMBINED_MOST_COLUMNS];
    struct text formulas[COMBINED_TABLES][COMBINED_MOST_COLUMNS]; // empty: a fact of the files
    struct text check_formulas[CHECK_KINDS];                      // of the values
};

// Counts the rows, and finds the titles.
void combined_prepare(struct combined_book *book);

// The values of a row of data, in `cells`, each in the style of its column. The cells of columns
// with formulas have their results.
void combined_fill(const struct combined_book *book, enum combined_table table, size_t index,
                   struct cell *cells, struct arena *arena);

// Writes the formulas, once that is done.
void combined_write_formulas(struct combined_book *book);

// A column of a table, see formula_column(): what counts must pass over its head and its sum.
struct text combined_column(const struct combined_book *book, enum combined_table table,
                            size_t column);

#endif
