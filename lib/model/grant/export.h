// SPDX-License-Identifier: MIT
// The header of model/grant/ for one file of payments, as an accounting system exports it: titles
// above the table, sums and balances among its rows, rows of other accounts and projects.

#ifndef FELLESSKAP_MODEL_GRANT_EXPORT_H
#define FELLESSKAP_MODEL_GRANT_EXPORT_H

#include "input/file/csv.h"
#include "model/grant/payments.h"

enum { NO_COLUMN = LIMIT_CSV_COLUMNS };

enum export_row_kind {
    ROW_OF_PAYMENT,
    ROW_OF_STRANGER, // on a project that no allocation has
    ROW_LEFT_OUT,
    ROW_OF_SUM,
    ROW_OF_OPENING, // a balance before the rows
};

// A row with an amount. The amount is read when all rows have been seen: any of them may show what
// the decimal mark is.
struct export_row {
    enum export_row_kind kind;
    enum left_out why;      // of ROW_LEFT_OUT and ROW_OF_STRANGER
    uint32_t payment;       // of ROW_OF_PAYMENT: its index
    bool has_side;          // a column says whether the amount is a debit or a credit
    bool is_credit;         // and this one is a credit
    struct csv_cell amount; // or the debit; empty where the row has none
    struct csv_cell credit; // empty where the amounts are in one column
};

struct export {
    struct sources *sources;
    const struct grant *grant;
    struct payments *payments; // of all files
    struct payment_file *file;
    struct csv csv;
    struct text titles[PAYMENT_COLUMN_COUNT]; // that the grant names; in lower case
    size_t column_of[PAYMENT_COLUMN_COUNT];
    size_t width; // of the head
    char separator;
    char decimal_mark;  // 0: not known yet
    bool has_fault;     // a row could not be read: sums are not compared
    bool *skip_is_used; // by the index in hopp-over, of all files
    struct arena *scratch;
    struct payment *growing; // of all files
    struct stranger *strangers;
    struct export_row *rows;
    size_t row_count;
};

// Finds the separator, the row with the titles and the columns. False after a report where a column
// is missing that is needed.
bool export_read_head(struct export *export);

// Whether a row has the titles again, as on a new page.
bool export_is_head(const struct export *export, const struct csv_row *row);

// Reads the rows after the head.
void export_read_rows(struct export *export);

// Reads their amounts, sums them up, and compares the sums that are in the file.
void export_settle(struct export *export);

// The cell of a column; empty where the row or the file has none.
struct text export_cell(const struct export *export, const struct csv_row *row,
                        enum payment_column column);

// Reports a fault; `message` has "%.*s" for what was written, or nothing.
void export_fault(struct export *export, enum rule rule, struct position at, const char *message,
                  struct text written);

// "2024-11-29", "29.11.2024", "9.1.24" or "20241129", perhaps with midnight; from 1 March 1900, for
// spreadsheets differ in days before. Two digits are a year of this century.
bool export_date(struct text text, struct date *date);

// A number before words: "6300" of "6300 Leie lokaler", "970108" of "970108 - UKP-konferansen".
// Other texts stay what they are.
struct text export_code(struct text text);

// The number of an account, without words after it; -1 where it has none.
int64_t export_account(struct text text);

// Whether a text says that its row is a sum or a balance: "Sum", "Inngående saldo", "**".
// `*is_opening` is set, where it is a balance before the rows.
bool export_is_sum_word(const struct export *export, struct text text, bool *is_opening);

// Whether one of the cells of the row does.
bool export_is_sum(const struct export *export, const struct csv_row *row, bool *is_opening);

#endif
