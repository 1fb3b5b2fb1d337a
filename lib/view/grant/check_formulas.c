// SPDX-License-Identifier: MIT
// What the checks of the workbook count, as formulas.

#include "view/grant/sheets.h"

#include "base/amount.h"

// A spreadsheet has no days after the year 9999. Vouchers are compared with each other by each
// change: more of them would make the workbook slow.
enum { MOST_MONTHS_LATER = (LAST_YEAR - FIRST_YEAR) * 12, MOST_LIVE_VOUCHERS = 2000 };

// As far down as something below the table of payments is looked for.
enum { ROWS_BELOW = 20000 };

bool vouchers_are_live(const struct book *book) {
    return book->payments->count <= MOST_LIVE_VOUCHERS;
}

// Columns that the formulas look at, and sums of those with a head and a sum of their own.
struct looked_at {
    struct text current, paid, committed, left, number, own_project; // of allocations
    struct text amount, paid_number, fault, date, project, voucher;  // of payments
    struct text report_number, due, received;                        // of reports
    struct text sum_of_current, sum_of_changed, sum_of_paid, sum_of_committed;
};

static struct text sum_of(const struct book *book, enum allocation_column column) {
    return sum_where_number(book, TABLE_ALLOCATIONS, column, ALLOCATION_NUMBER);
}

static struct looked_at find_columns(const struct book *book) {
    return (struct looked_at){
        .current = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_CURRENT),
        .paid = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_PAID),
        .committed = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_COMMITTED),
        .left = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_LEFT),
        .number = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_NUMBER),
        .own_project = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_PROJECT),
        .amount = column_name(book, TABLE_PAYMENTS, PAID_AMOUNT),
        .paid_number = column_name(book, TABLE_PAYMENTS, PAID_NUMBER),
        .fault = column_name(book, TABLE_PAYMENTS, PAID_FAULT),
        .date = column_name(book, TABLE_PAYMENTS, PAID_DATE),
        .project = column_name(book, TABLE_PAYMENTS, PAID_PROJECT),
        .voucher = column_name(book, TABLE_PAYMENTS, PAID_VOUCHER),
        .report_number = column_name(book, TABLE_REPORTS, REPORT_NUMBER),
        .due = column_name(book, TABLE_REPORTS, REPORT_DUE),
        .received = column_name(book, TABLE_REPORTS, REPORT_RECEIVED),
        .sum_of_current = sum_of(book, ALLOCATION_CURRENT),
        .sum_of_changed = sum_of(book, ALLOCATION_CHANGED),
        .sum_of_paid = sum_of(book, ALLOCATION_PAID),
        .sum_of_committed = sum_of(book, ALLOCATION_COMMITTED),
    };
}

static struct text difference(struct text whole, struct text parts, struct arena *arena) {
    return text_format(arena, "ROUND(%.*s-%.*s,2)", TEXT_ARGS(whole), TEXT_ARGS(parts));
}

static void write_sums(const struct book *book, const struct looked_at *at, struct text *formulas) {
    struct arena *arena = book->context->arena;
    struct text effects =
        sum_where_written(book, TABLE_CHANGES, CHANGE_COLUMN_EFFECT, CHANGE_COLUMN_AMOUNT);
    struct text amounts = sum_where_number(book, TABLE_PAYMENTS, PAID_AMOUNT, PAID_AMOUNT);
    formulas[CHECK_FRAME] = difference(TEXT(NAME_FRAME), at->sum_of_current, arena);
    formulas[CHECK_CHANGES] = difference(at->sum_of_changed, effects, arena);
    formulas[CHECK_SUM] = difference(at->sum_of_paid, amounts, arena);
    if (book->periods.count > 0)
        formulas[CHECK_PERIODS] =
            difference(at->sum_of_paid,
                       sum_where_number(book, TABLE_PERIODS, column_of_sums(book, TABLE_PERIODS),
                                        PERIOD_NUMBER),
                       arena);
    if (book->accounts.count > 0)
        formulas[CHECK_ACCOUNTS] =
            difference(at->sum_of_paid,
                       sum_where_number(book, TABLE_ACCOUNTS, column_of_sums(book, TABLE_ACCOUNTS),
                                        ACCOUNT_NUMBER),
                       arena);
    struct text total = amount_plain(arena, book->payments->total, '.');
    formulas[CHECK_SOURCE] =
        text_format(arena, "ROUND(%.*s-(%.*s),2)", TEXT_ARGS(amounts), TEXT_ARGS(total));
    formulas[CHECK_OVER] =
        text_format(arena, "SUMPRODUCT(ISNUMBER(%.*s)*(%.*s>%.*s))", TEXT_ARGS(at->number),
                    TEXT_ARGS(at->paid), TEXT_ARGS(at->current));
    formulas[CHECK_COMMITTED] =
        text_format(arena, "SUMPRODUCT(ISNUMBER(%.*s)*(%.*s<=%.*s)*(%.*s<0)*(%.*s<>\"\"))",
                    TEXT_ARGS(at->number), TEXT_ARGS(at->paid), TEXT_ARGS(at->current),
                    TEXT_ARGS(at->left), TEXT_ARGS(at->committed));
    formulas[CHECK_NEGATIVE] = text_format(arena, "SUMPRODUCT(ISNUMBER(%.*s)*(%.*s<0))",
                                           TEXT_ARGS(at->number), TEXT_ARGS(at->paid));
}

// "SUMPRODUCT((numbers<>"")*(COUNTIF(others,numbers)=0))": numbers that others do not have.
static struct text count_missing(struct text numbers, struct text others, struct arena *arena) {
    return text_format(arena, "SUMPRODUCT((%.*s<>\"\")*(COUNTIF(%.*s,%.*s)=0))", TEXT_ARGS(numbers),
                       TEXT_ARGS(others), TEXT_ARGS(numbers));
}

static struct text count_twice(struct text values, struct arena *arena) {
    return text_format(arena, "SUMPRODUCT((%.*s<>\"\")*(COUNTIF(%.*s,%.*s)>1))", TEXT_ARGS(values),
                       TEXT_ARGS(values), TEXT_ARGS(values));
}

// Texts where a number is to be, in the rows that have a number in `rows`.
static struct text count_texts(struct text values, struct text rows, struct arena *arena) {
    return text_format(arena, "SUMPRODUCT(ISNUMBER(%.*s)*ISTEXT(%.*s))", TEXT_ARGS(rows),
                       TEXT_ARGS(values));
}

// Of what is written in the tables, whatever order their rows are in.
static void write_rows(const struct book *book, const struct looked_at *at, struct text *formulas) {
    struct arena *arena = book->context->arena;
    formulas[CHECK_UNIQUE] = text_join(
        arena, (struct text[]){count_twice(at->number, arena), count_twice(at->own_project, arena)},
        2, TEXT("+"));
    formulas[CHECK_LOST] =
        text_join(arena,
                  (struct text[]){count_missing(at->report_number, at->number, arena),
                                  count_missing(at->number, at->report_number, arena)},
                  2, TEXT("+"));
    formulas[CHECK_PROJECT] =
        text_format(arena, "SUMPRODUCT((%.*s=0)*((%.*s<>\"\")+(%.*s<>\"\")>0))",
                    TEXT_ARGS(at->paid_number), TEXT_ARGS(at->project), TEXT_ARGS(at->amount));
    formulas[CHECK_CENTRE] = text_format(arena, "SUMPRODUCT(--(%.*s=%.*s))", TEXT_ARGS(at->fault),
                                         TEXT_ARGS(formula_words(book->other_centre, arena)));
    struct text undated = text_format(arena, "SUMPRODUCT((%.*s<>\"\")*(%.*s=\"\"))",
                                      TEXT_ARGS(at->amount), TEXT_ARGS(at->date));
    formulas[CHECK_TYPES] =
        text_join(arena,
                  (struct text[]){count_texts(at->amount, at->paid_number, arena),
                                  count_texts(at->date, at->paid_number, arena),
                                  count_texts(at->committed, at->number, arena),
                                  count_texts(at->received, at->report_number, arena), undated},
                  5, TEXT("+"));
    if (vouchers_are_live(book))
        formulas[CHECK_VOUCHER] = text_format(
            arena, "SUMPRODUCT((%.*s<>\"\")*(COUNTIFS(%.*s,%.*s,%.*s,%.*s,%.*s,%.*s)>1))",
            TEXT_ARGS(at->voucher), TEXT_ARGS(at->voucher), TEXT_ARGS(at->voucher),
            TEXT_ARGS(at->paid_number), TEXT_ARGS(at->paid_number), TEXT_ARGS(at->amount),
            TEXT_ARGS(at->amount));
}

// What is written below the table is not in it.
static void write_below(const struct book *book, const struct looked_at *at,
                        struct text *formulas) {
    struct arena *arena = book->context->arena;
    const struct {
        uint16_t column;
        struct text inside;
    } columns[] = {{PAID_PROJECT, at->project}, {PAID_AMOUNT, at->amount}};
    struct text parts[2];
    for (size_t i = 0; i < 2; i++) {
        struct cell_area area = {ROW_HEAD, last_data_row(book, TABLE_PAYMENTS) + ROWS_BELOW,
                                 columns[i].column, columns[i].column};
        if (area.last_row >= WORKBOOK_ROWS)
            area.last_row = WORKBOOK_ROWS - 1;
        struct text whole = formula_range(book->sheet_names[TABLE_PAYMENTS], area, arena);
        parts[i] = text_format(arena, "COUNTA(%.*s)-COUNTA(%.*s)", TEXT_ARGS(whole),
                               TEXT_ARGS(columns[i].inside));
    }
    formulas[CHECK_BELOW] = text_join(arena, parts, 2, TEXT("+"));
}

static void write_dates(const struct book *book, const struct looked_at *at,
                        struct text *formulas) {
    struct arena *arena = book->context->arena;
    formulas[CHECK_EARLY] =
        text_format(arena, "IF(%s=\"\",0,SUMPRODUCT(ISNUMBER(%.*s)*(%.*s<%s)))", NAME_DECIDED,
                    TEXT_ARGS(at->date), TEXT_ARGS(at->date), NAME_DECIDED);
    formulas[CHECK_STARTED] =
        text_format(arena,
                    "IF(OR(%s=\"\",%s=\"\",%s=\"\"),0,IF(%s>EDATE(%s,MIN(%s,%d)),"
                    "SUMPRODUCT(ISNUMBER(%.*s)*(%.*s<>0)*(COUNTIF(%.*s,%.*s)=0)),0))",
                    NAME_TODAY, NAME_DECIDED, NAME_MONTHS, NAME_TODAY, NAME_DECIDED, NAME_MONTHS,
                    MOST_MONTHS_LATER, TEXT_ARGS(at->number), TEXT_ARGS(at->current),
                    TEXT_ARGS(at->paid_number), TEXT_ARGS(at->number));
    formulas[CHECK_OVERDUE] = text_format(
        arena, "IF(%s=\"\",0,SUMPRODUCT((%.*s<>\"\")*(%.*s=\"\")*(%.*s<%s)))", NAME_TODAY,
        TEXT_ARGS(at->due), TEXT_ARGS(at->received), TEXT_ARGS(at->due), NAME_TODAY);
}

// The sheet of budgets has all that is paid and committed; nothing exceeds its budget.
static void write_budget(const struct book *book, const struct looked_at *at,
                         struct text *formulas) {
    struct arena *arena = book->context->arena;
    struct text paid = sum_where_number(book, TABLE_BUDGET, BUDGET_PAID, BUDGET_NUMBER);
    struct text committed = sum_where_number(book, TABLE_BUDGET, BUDGET_COMMITTED, BUDGET_NUMBER);
    if (book->budget.count == 0)
        return;
    formulas[CHECK_BUDGET_SUM] =
        text_format(arena, "ROUND(ABS(%.*s-%.*s)+ABS(%.*s-%.*s),2)", TEXT_ARGS(at->sum_of_paid),
                    TEXT_ARGS(paid), TEXT_ARGS(at->sum_of_committed), TEXT_ARGS(committed));
    formulas[CHECK_BUDGET] = text_format(arena, "SUMPRODUCT(ISNUMBER(%.*s)*(%.*s<0))",
                                         TEXT_ARGS(column_name(book, TABLE_BUDGET, BUDGET_NUMBER)),
                                         TEXT_ARGS(column_name(book, TABLE_BUDGET, BUDGET_LEFT)));
}

// The account of the frame has all that is paid in and spent.
static void write_frame(const struct book *book, const struct looked_at *at,
                        struct text *formulas) {
    struct arena *arena = book->context->arena;
    struct text effects = sum_where_written(book, TABLE_RECEIPTS, RECEIPT_EFFECT, RECEIPT_AMOUNT);
    struct text received = sum_where_number(book, TABLE_FRAME, FRAME_RECEIVED, FRAME_YEAR);
    struct text returned = sum_where_number(book, TABLE_FRAME, FRAME_RETURNED, FRAME_YEAR);
    struct text spent = sum_where_number(book, TABLE_FRAME, FRAME_SPENT, FRAME_YEAR);
    if (!has_table(book, TABLE_FRAME))
        return;
    formulas[CHECK_FRAME_SUM] = text_format(
        arena, "ROUND(ABS(%.*s-%.*s+%.*s)+ABS(%.*s-%.*s),2)", TEXT_ARGS(effects),
        TEXT_ARGS(received), TEXT_ARGS(returned), TEXT_ARGS(at->sum_of_paid), TEXT_ARGS(spent));
    formulas[CHECK_FRAME_ACCOUNT] = text_format(
        arena, "COUNTIF(%.*s,\"<0\")", TEXT_ARGS(column_name(book, TABLE_FRAME, FRAME_CLOSING)));
    formulas[CHECK_RECEIVED] = difference(TEXT(NAME_FRAME), received, arena);
}

void write_check_formulas(const struct book *book, struct text *formulas) {
    const struct looked_at at = find_columns(book);
    write_budget(book, &at, formulas);
    write_sums(book, &at, formulas);
    write_rows(book, &at, formulas);
    write_below(book, &at, formulas);
    write_frame(book, &at, formulas);
    write_dates(book, &at, formulas);
}
