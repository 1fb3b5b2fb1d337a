// SPDX-License-Identifier: MIT
// The header of document/back/ for what is compared: the workbook, what it was made from, and the
// files as they are now.

#ifndef FELLESSKAP_DOCUMENT_BACK_COMPARE_H
#define FELLESSKAP_DOCUMENT_BACK_COMPARE_H

#include "check/fix/join.h"
#include "document/back/edits.h"
#include "document/back/ledger.h"
#include "document/back/tables.h"
#include "document/back/values.h"
#include "model/tree/repository.h"

#define TABLE_OF_ALLOCATIONS "Tildelinger"
#define TABLE_OF_REPORTS "Rapportering"
#define TABLE_OF_CHANGES "Endringer"
#define TABLE_OF_PAYMENTS "Utbetalinger"

enum { REPORT_LINES = 4, MOST_WRONG_PAYMENTS = 100 };

// What is written in the file of a report that came, of an allocation without one.
struct new_report {
    struct text lines[REPORT_LINES];
    size_t count;
    bool is_dated;
    struct text sheet; // and the place of the first of its cells
    struct position at;
};

// What a cell was changed to.
struct taken_change {
    const struct back_table *table;
    struct position at;
    struct text id, key, value;
};

struct comparison {
    struct repository *repository;
    const struct template_folder *templates;
    struct text path; // of the workbook
    struct arena *arena;
    struct fixed_file files[2]; // what has to change: the grant's, and that of its payments
    size_t file_count;
    const struct grant *grant;
    const struct payments *payments;
    struct xlsx_book book;
    struct known_origin made, now;
    struct back_tables tables;
    enum language language; // of the workbook
    struct edits edits;
    struct taken_change *taken;
    size_t taken_count;
    struct index seen;              // table and id of rows
    struct new_report *new_reports; // by the index of the allocation
    struct text_list *new_changes;  // the lines of each
    size_t new_change_count;
    struct ledger ledger;           // that new payments are added to
    struct writer new_payments;     // as rows of the file
    size_t payment_rows;            // of the accounts, that are still in the workbook
    const struct payment **by_line; // those of the accounts; made on first use
    struct index lines;             // their lines of vouchers; the same
    size_t wrong_payments;          // that are not as the accounts have them
    bool same_accounts;             // the files of the payments are those that it was made from
};

// Reports something about a cell, or a row where `column` is 0, of the sheet of a table.
void back_tell(const struct comparison *comparison, enum rule rule, const struct back_table *table,
               uint32_t row, uint32_t column, const char *message, struct text about);

// The same about the whole workbook.
void back_tell_book(const struct comparison *comparison, enum rule rule, const char *message,
                    struct text about);

// Looks at a row of any table.
void back_take_row(void *context, const struct back_row *row);

// Tells of the rows and tables that are gone, when all rows have been taken.
void back_tell_deleted(const struct comparison *comparison);

// Tells of the changes that are not in `after`, what the files will say.
void back_check_taken(const struct comparison *comparison, const struct known_origin *after);

// Whether somebody has written something in a row, formulas aside.
bool back_row_is_written(const struct back_row *row);

// Looks at a row of payments.
void back_take_payment(struct comparison *comparison, const struct back_row *row);

// The file with the payments that are new, if there are any.
void back_add_payments(struct comparison *comparison);

#endif
