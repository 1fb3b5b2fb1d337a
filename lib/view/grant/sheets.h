// SPDX-License-Identifier: MIT
// The header of view/grant/ for its workbook: what the sheets share, and each sheet.

#ifndef FELLESSKAP_VIEW_GRANT_SHEETS_H
#define FELLESSKAP_VIEW_GRANT_SHEETS_H

#include "model/grant/accounts.h"
#include "model/grant/applications.h"
#include "model/grant/budget_lines.h"
#include "model/grant/frame_account.h"
#include "model/grant/periods.h"
#include "view/formula.h"
#include "view/grant/grant.h"

enum grant_table {
    TABLE_ALLOCATIONS,
    TABLE_CHANGES,
    TABLE_PAYMENTS,
    TABLE_PERIODS,
    TABLE_ACCOUNTS,
    TABLE_BUDGET,
    TABLE_RECEIPTS,
    TABLE_FRAME,
    TABLE_REPORTS,
    TABLE_EARLIER, // reports
    TABLE_APPLICATIONS,
    TABLE_CHECKS,
    TABLE_COUNT
};

enum { MOST_COLUMNS = 20 };

// Rows of a table that wait for what is to come.
enum { FREE_PAYMENTS = 200, FREE_CHANGES = 20, FREE_RECEIPTS = 20 };

// Of those for payments, the ones that are not folded: so few that they mostly print on a page with
// others.
enum { OPEN_PAYMENTS = 5 };

// A column of a table; its title is a label.
struct sheet_column {
    struct text label_key;
    double width;
    enum cell_style header;
};

struct table_form {
    struct text name;      // of the table
    struct text sheet_key; // label of the sheet that it is on
    const struct sheet_column *columns;
    size_t column_count;
};

enum allocation_column {
    ALLOCATION_NUMBER,
    ALLOCATION_NAME,
    ALLOCATION_PHASE,
    ALLOCATION_CASE,
    ALLOCATION_PROJECT,
    ALLOCATION_CENTRE,
    ALLOCATION_LEADER,
    ALLOCATION_FIRST,
    ALLOCATION_CHANGED,
    ALLOCATION_CURRENT,
    ALLOCATION_SHARE,
    ALLOCATION_PAID,
    ALLOCATION_COMMITTED,
    ALLOCATION_LEFT,
    ALLOCATION_OWN,
    ALLOCATION_DUE,
    ALLOCATION_RECEIVED,
    ALLOCATION_REMARK,
    ALLOCATION_ALWAYS, // the last only where something is put in
    ALLOCATION_PUT_IN = ALLOCATION_ALWAYS,
    ALLOCATION_COLUMNS
};

enum change_column {
    CHANGE_COLUMN_DATE,
    CHANGE_COLUMN_CASE,
    CHANGE_COLUMN_NUMBER,
    CHANGE_COLUMN_NAME,
    CHANGE_COLUMN_KIND,
    CHANGE_COLUMN_AMOUNT,
    CHANGE_COLUMN_EFFECT,
    CHANGE_COLUMN_FROM,
    CHANGE_COLUMN_REMARK,
    CHANGE_COLUMN_ID, // hidden: the number of the change in the file
    CHANGE_COLUMNS
};

enum paid_column {
    PAID_DATE,
    PAID_VOUCHER,
    PAID_SUPPLIER,
    PAID_PROJECT,
    PAID_NUMBER,
    PAID_NAME,
    PAID_CENTRE,
    PAID_AMOUNT,
    PAID_TEXT,
    PAID_LINE,
    PAID_FAULT,
    PAID_ALWAYS, // the others only where the export has one of them
    PAID_ACCOUNT = PAID_ALWAYS,
    PAID_PERIOD,
    PAID_DOCUMENT_DATE,
    PAID_VAT_CODE,
    PAID_GROUP, // only where budgets have groups of accounts
    PAID_COLUMNS
};

enum { PERIOD_NUMBER, PERIOD_NAME, PERIOD_FIRST, PERIOD_FIXED = PERIOD_FIRST };

enum { ACCOUNT_NUMBER, ACCOUNT_PROJECT, ACCOUNT_NAME, ACCOUNT_FIXED };

enum budget_column {
    BUDGET_NUMBER,
    BUDGET_PROJECT,
    BUDGET_YEAR,
    BUDGET_AMOUNT,
    BUDGET_TERTIALS, // one each
    BUDGET_PAID = BUDGET_TERTIALS + TERTIALS,
    BUDGET_DUE,
    BUDGET_COMMITTED,
    BUDGET_FORECAST,
    BUDGET_LEFT,
    BUDGET_WITHOUT, // from here on only where budgets have groups of accounts
    BUDGET_FIXED,
    BUDGET_GROUPS = BUDGET_FIXED // budget and accounts of each group
};

enum receipt_column {
    RECEIPT_DATE,
    RECEIPT_VOUCHER,
    RECEIPT_KIND,
    RECEIPT_AMOUNT,
    RECEIPT_EFFECT,
    RECEIPT_COLUMNS
};

enum frame_column {
    FRAME_YEAR,
    FRAME_OPENING,
    FRAME_RECEIVED,
    FRAME_SPENT,
    FRAME_RETURNED,
    FRAME_CLOSING,
    FRAME_CARRIED,
    FRAME_COLUMNS
};

enum report_column {
    REPORT_NUMBER,
    REPORT_NAME,
    REPORT_LEADER,
    REPORT_DUE,
    REPORT_RECEIVED,
    REPORT_STATE,
    REPORT_STATUS,
    REPORT_CURRENT,
    REPORT_PAID,
    REPORT_LEFT,
    REPORT_SUMMARY,
    REPORT_DEVIATION,
    REPORT_COLUMNS
};

enum earlier_column {
    EARLIER_NUMBER,
    EARLIER_NAME,
    EARLIER_RECEIVED,
    EARLIER_STATUS,
    EARLIER_SUMMARY,
    EARLIER_DEVIATION,
    EARLIER_COLUMNS
};

enum application_column {
    APPLICATION_NAME,
    APPLICATION_APPLICANT,
    APPLICATION_APPLIED,
    APPLICATION_GRANTED,
    APPLICATION_REMARK,
    APPLICATION_COLUMNS
};

enum check_column { CHECK_NAME, CHECK_RESULT, CHECK_VALUE, CHECK_EXPLANATION, CHECK_COLUMNS };

enum check {
    CHECK_FRAME,
    CHECK_CHANGES,
    CHECK_SUM,
    CHECK_PERIODS,
    CHECK_ACCOUNTS,
    CHECK_BUDGET_SUM,
    CHECK_BUDGET,
    CHECK_FRAME_SUM,
    CHECK_FRAME_ACCOUNT,
    CHECK_RECEIVED,
    CHECK_OVER,
    CHECK_COMMITTED,
    CHECK_NEGATIVE,
    CHECK_UNIQUE,
    CHECK_LOST,
    CHECK_PROJECT,
    CHECK_CENTRE,
    CHECK_TYPES,
    CHECK_BELOW,
    CHECK_SOURCE,
    CHECK_EARLY,
    CHECK_STARTED,
    CHECK_OVERDUE,
    CHECK_VOUCHER,
    CHECK_CARRIED,
    CHECK_PAPERS,
    CHECK_VAT,
    CHECK_COUNT
};

// Where the rows of a sheet with a table are: above the head of the table are title, subtitle, and
// up to three other rows.
enum sheet_row { ROW_TITLE, ROW_SUBTITLE, ROW_LABELS, ROW_VALUES, ROW_HINT, ROW_HEAD, ROW_DATA };

// Names of cells, for formulas.
#define NAME_FRAME "Ramme"
#define NAME_OWN_SHARE "Egenandelsprosent"
#define NAME_TODAY "Kontrolldato"
#define NAME_DECIDED "Vedtaksdato"
#define NAME_MONTHS "Betalingsfrist"
#define NAME_PROJECTS "Prosjektnumre"
#define NAME_BUDGET_YEAR "Budsjettår"

struct book {
    const struct view_context *context;
    const struct grant *grant;
    const struct payments *payments;
    struct periods periods;
    struct accounts accounts;
    struct budget_lines budget;
    struct frame_account frame;
    bool has_put_in;      // what partners put in themselves, of one allocation at least
    size_t earlier_count; // reports before those that were due
    struct applications applications;
    struct date decided; // year 0: not known
    struct grant_sums sums;
    size_t rows[TABLE_COUNT]; // of data, with the free ones: one at least
    struct text other_centre; // said of a payment on another cost centre
    struct text titles[TABLE_COUNT][MOST_COLUMNS];
    struct text sheet_names[TABLE_COUNT];
    struct text *period_titles;
    struct text subtitle;
};

extern const struct table_form grant_tables[TABLE_COUNT];

// A column of a table, see formula_column(): what counts must pass over its head and its sum.
struct text column_name(const struct book *book, enum grant_table table, size_t column);

// The last column of a table of periods, with their sums.
size_t column_of_sums(const struct book *book, enum grant_table table);

// The cell of a column in the row of the formula.
struct text in_this_row(const struct book *book, size_t column);

// The sum of a column over the rows that have a number in another, or anything that is written.
struct text sum_where_number(const struct book *book, enum grant_table table, size_t column,
                             size_t where);
struct text sum_where_written(const struct book *book, enum grant_table table, size_t column,
                              size_t where);

// Whether the workbook has the table.
bool has_table(const struct book *book, enum grant_table table);

// How many columns of a table are shown.
size_t shown_columns(const struct book *book, enum grant_table table);

// The sum of all accounts in a period; in all of them where `period` is their number.
int64_t accounts_sum(const struct book *book, size_t period);

// The rows above a table's data: title, subtitle and head; the others are empty.
struct row top_row(const struct book *book, enum grant_table table, size_t index,
                   struct cell **cells, struct arena *arena);

// The rows of data of a table of so many things: where there is none, one that is empty.
size_t table_rows(size_t count);

// The 0-based row of the last data of a table.
uint32_t last_data_row(const struct book *book, enum grant_table table);

// A sheet with a table, and a row with sums where `total`. `formulas`: of the columns, for new
// rows; NULL: none.
struct sheet table_sheet(const struct book *book, enum grant_table table, bool total,
                         const struct text *formulas);

// The same of a table with a sum and its own titles: the first columns are those of its form, the
// others have one width.
struct sheet wide_sheet(const struct book *book, enum grant_table table, const struct text *titles,
                        size_t width, double other_width);

// Its head; the first `fixed` columns are those of its form.
struct row wide_head(enum grant_table table, const struct text *titles, size_t fixed, size_t width,
                     struct arena *arena);

// The sum of a column, for the row of sums.
struct cell sum_of_column(size_t column, int64_t ore, struct arena *arena);

// "42/24" as "sak 42/24".
struct text case_in_words(const struct book *book, struct text number, struct arena *arena);

// The words of an empty or a given text that the economy office fills in.
struct cell cell_to_fill_in(struct text text);

// What a column of table `from` has in the row with the number of this row of `table`, as a text, a
// number, or a date: empty where there is no such row. No position of a row is kept anywhere:
// tables can be sorted.
struct text look_up_text(const struct book *book, enum grant_table table, enum grant_table from,
                         size_t column);
struct text look_up_number(const struct book *book, enum grant_table table, enum grant_table from,
                           size_t column);
struct text look_up_date(const struct book *book, enum grant_table table, enum grant_table from,
                         size_t column);

// "'Tildeling'!$D$4".
struct text name_of_cell(const struct book *book, enum grant_table table, uint32_t row,
                         uint16_t column);

// What checks count: payments that another one has the voucher, project and amount of; on another
// cost centre than their project's; before the decision; and projects that should have begun.
int64_t count_lines_twice(const struct book *book);
int64_t count_other_centres(const struct book *book);
int64_t count_early_payments(const struct book *book);
int64_t count_late_starts(const struct book *book);

// How many checks apply.
size_t shown_checks(const struct book *book);

// The formulas of their values, by enum check; empty: counted when the workbook was made.
void write_check_formulas(const struct book *book, struct text *formulas);

// Whether the workbook itself looks for vouchers that are there twice.
bool vouchers_are_live(const struct book *book);

// The sheets.
struct sheet allocations_sheet(const struct book *book);
struct sheet changes_sheet(const struct book *book);
struct sheet payments_sheet(const struct book *book);
struct sheet periods_sheet(const struct book *book);
struct sheet accounts_sheet(const struct book *book);
struct sheet budget_sheet(const struct book *book);
struct sheet receipts_sheet(const struct book *book);
struct sheet frame_sheet(const struct book *book);
struct sheet reports_sheet(const struct book *book);
struct sheet earlier_sheet(const struct book *book);
struct sheet applications_sheet(const struct book *book);
struct sheet checks_sheet(const struct book *book);
struct sheet about_sheet(const struct book *book);

#endif
