// SPDX-License-Identifier: MIT
// What has been paid of a grant: tables as the accounting system exports them
// (plan/grant-YEAR-payments.csv).

#ifndef FELLESSKAP_MODEL_GRANT_PAYMENTS_H
#define FELLESSKAP_MODEL_GRANT_PAYMENTS_H

#include "model/grant/grant.h"

struct payment {
    const struct source *source; // the file that it is in
    struct date date;            // year 0: the text is not a date, which has been reported
    struct date document_date;   // year 0: none is given
    int64_t ore;                 // less than zero: a credit note
    struct text project_number;  // without the words that a system writes after it
    struct text voucher;
    struct text supplier;
    struct text text;
    struct text cost_centre;
    struct text account;
    struct text period;
    struct text vat_code;
    uint32_t allocation; // its index
    struct position at[PAYMENT_PLACES];
};

// A row on a project that no allocation has: reported, and in no sum.
struct stranger {
    const struct source *source;
    struct position at; // of its project number
    struct text project_number;
};

// Why a row of an account is not taken as a payment.
enum left_out {
    LEFT_BY_TEXT,    // hopp-over
    LEFT_BY_ACCOUNT, // outside kontoer
    LEFT_AS_INCOME,  // on an account of class 3, where kontoer says nothing
    LEFT_BY_PROJECT, // andre-prosjekter
    LEFT_OUT_COUNT
};

struct left_rows {
    size_t count;
    int64_t ore;
};

// What one allocation has been paid.
struct paid {
    int64_t ore;
    size_t count;
    struct date first, last;
};

struct payment_file {
    const struct source *source;
    enum charset charset;
    size_t title_rows; // above the titles of the columns
    size_t sums;       // rows with sums and balances, which agree with the others
    struct left_rows left[LEFT_OUT_COUNT];
    char separator;
    char decimal_mark;                      // 0: no amount has shown it
    size_t width;                           // of its head; 0: it has none
    size_t column_of[PAYMENT_COLUMN_COUNT]; // from 0; those it has not are beyond its width
};

// The title that a column has in the files of a grant, or may have.
struct text payments_title(const struct grant *grant, enum payment_column column);

struct payments {
    struct payment_file *files;
    size_t file_count;                     // 0: there are no payments yet
    bool has_column[PAYMENT_COLUMN_COUNT]; // in one of the files
    struct payment *items;                 // in the order of the files
    size_t count;
    struct stranger *strangers;
    size_t stranger_count;
    struct paid *of; // by the index of the allocation
    int64_t total;   // øre, of the items; at most AMOUNT_LARGEST
};

// The sums of a grant, in øre: each is defined here, and nowhere else.
struct grant_sums {
    int64_t frame;       // ramme: what there is to divide
    int64_t first;       // vedtatt: what was allocated first
    int64_t changed;     // endret: the sum of the changes
    int64_t current;     // tildelt: first and changed
    int64_t paid;        // utbetalt: to the projects of the grant
    int64_t committed;   // bundet: agreed on and not yet paid
    int64_t left;        // gjenstår: of what is allocated, neither paid nor committed
    int64_t unallocated; // ikke tildelt: of the frame, not allocated now
    int64_t unspent;     // ikke brukt: of the frame, not paid
};

// `payments` may be NULL: then nothing is paid.
struct grant_sums grant_sums_of(const struct grant *grant, const struct payments *payments);

// The path of a file with the payments of a grant: of the one that it names, or of its own with
// "-payments.csv" where `named` is empty. Empty where the name does not lead to the grant's own
// folder.
struct text payments_path(const struct grant *grant, struct text named, struct arena *arena);

// Whether the file is read as a workbook, and not as text: by its name.
bool payments_are_workbook(struct text path, struct arena *arena);

// Reads them. Everything that is wrong is reported, each with its place, and the rest is read. NULL
// after a report that a file cannot be read. Linear in the files.
const struct payments *payments_read(struct sources *sources, const struct grant *grant);

// Sums up in `payments->of`, which is all zero, what each allocation has been paid.
void payments_count(struct payments *payments);

// What makes a line of a voucher: its number, project, whatever the case of its letters, and
// amount. A voucher may have several lines; the same of all three is one line twice.
struct text payment_line_key(const struct payment *payment, struct arena *arena);

// Whether a payment is booked on another cost centre than that of its project.
bool grant_is_other_centre(const struct grant *grant, const struct payment *payment,
                           struct arena *arena);

// The rows of all files that were left out for a reason.
struct left_rows payments_left_out(const struct payments *payments, enum left_out why);

// Whether they were read from this file, among others. `payments` may be NULL.
bool payments_have_file(const struct payments *payments, struct text path);

// The paths of the files, with commas between.
struct text payments_paths(const struct payments *payments, struct arena *arena);

#endif
