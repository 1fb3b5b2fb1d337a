// SPDX-License-Identifier: MIT
// Payments that somebody has typed in the workbook become rows of the file with the payments.

#include "document/back/compare.h"

#include "base/message.h"

#include <stdlib.h>

// The keys of the columns, by enum payment_column; those without are never typed.
static const char *const keys[PAYMENT_COLUMN_COUNT] = {
    [PAYMENT_DATE] = "dato",
    [PAYMENT_PROJECT] = "prosjektnummer",
    [PAYMENT_VOUCHER] = "bilag",
    [PAYMENT_SUPPLIER] = "leverandør",
    [PAYMENT_AMOUNT] = "beløp",
    [PAYMENT_TEXT] = "tekst",
    [PAYMENT_COST_CENTRE] = "ansvarssted",
    [PAYMENT_ACCOUNT] = "konto",
    [PAYMENT_PERIOD] = "periode",
    [PAYMENT_DOCUMENT_DATE] = "bilagsdato",
    [PAYMENT_VAT_CODE] = "mva",
};

static bool read_typed(const struct comparison *comparison, const struct back_row *row,
                       struct typed_payment *typed) {
    bool good = true;
    for (size_t i = 0; i < PAYMENT_COLUMN_COUNT; i++) {
        typed->values[i] = TEXT("");
        if (keys[i] == NULL)
            continue;
        struct text key = text_from(keys[i]);
        const struct xlsx_cell *cell = back_cell(row, key);
        if (value_read(cell, typed_kind_of(key), comparison->book.from_1904, &typed->values[i],
                       comparison->arena))
            continue;
        good = false;
        back_tell(comparison, RULE_WORKBOOK_VALUE, row->table, row->row->number, cell->column,
                  _("'%.*s' is not a value that the file can have here"), cell->text);
    }
    return good;
}

// --- those of the accounts ---

static bool is_payment(const struct comparison *comparison, const struct payment *payment,
                       const struct typed_payment *typed) {
    const struct text written[] = {
        [PAYMENT_DATE] =
            payment->date.year > 0 ? date_iso(comparison->arena, payment->date) : TEXT(""),
        [PAYMENT_PROJECT] = payment->project_number,
        [PAYMENT_VOUCHER] = payment->voucher,
        [PAYMENT_SUPPLIER] = payment->supplier,
        [PAYMENT_AMOUNT] = TEXT(""),
        [PAYMENT_TEXT] = payment->text,
        [PAYMENT_COST_CENTRE] = payment->cost_centre,
    };
    for (size_t i = 0; i < PAYMENT_PLACES; i++)
        if (i != PAYMENT_AMOUNT && !value_is_same(TYPED_TEXT, written[i], typed->values[i]))
            return false;
    return value_ore(typed->values[PAYMENT_AMOUNT]) == payment->ore;
}

static int by_line(const void *left, const void *right) {
    const struct payment *const *a = left, *const *b = right;
    uint32_t first = (*a)->at[PAYMENT_DATE].line, second = (*b)->at[PAYMENT_DATE].line;
    return (first > second) - (first < second);
}

// Sorted by their lines; those of several files may have the same.
static void sort_payments(struct comparison *comparison) {
    size_t count = comparison->payments->count;
    comparison->by_line = arena_alloc(comparison->arena, (count + 1) * sizeof *comparison->by_line);
    for (size_t i = 0; i < count; i++)
        comparison->by_line[i] = &comparison->payments->items[i];
    qsort(comparison->by_line, count, sizeof *comparison->by_line, by_line);
}

static bool is_in_accounts(struct comparison *comparison, uint32_t line,
                           const struct typed_payment *typed) {
    size_t low = 0, high = comparison->payments->count;
    if (comparison->by_line == NULL)
        sort_payments(comparison);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (comparison->by_line[middle]->at[PAYMENT_DATE].line < line)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < comparison->payments->count &&
           comparison->by_line[low]->at[PAYMENT_DATE].line == line;
         low++)
        if (is_payment(comparison, comparison->by_line[low], typed))
            return true;
    return false;
}

static void compare_payment(struct comparison *comparison, const struct back_row *row,
                            uint32_t line) {
    struct typed_payment typed;
    comparison->payment_rows++;
    if (comparison->same_accounts && comparison->wrong_payments < MOST_WRONG_PAYMENTS &&
        read_typed(comparison, row, &typed) && !is_in_accounts(comparison, line, &typed)) {
        comparison->wrong_payments++;
        back_tell(comparison, RULE_WORKBOOK_LEFT, row->table, row->row->number, 0,
                  _("this payment is not as the accounts have it; correct it there, and export "
                    "them again"),
                  TEXT(""));
    }
}

// --- new ones ---

static bool is_formula_text(struct text text) {
    return text.size > 0 && text_find(TEXT("=@+\t"), text.data[0]) < 4;
}

static bool has_needed(const struct comparison *comparison, const struct back_row *row,
                       const struct typed_payment *typed) {
    static const enum payment_column needed[] = {PAYMENT_DATE, PAYMENT_PROJECT, PAYMENT_VOUCHER,
                                                 PAYMENT_AMOUNT};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        struct text key = text_from(keys[needed[i]]);
        if (typed->values[needed[i]].size > 0)
            continue;
        back_tell(comparison, RULE_WORKBOOK_VALUE, row->table, row->row->number,
                  back_column_of(row->table, key), _("a payment has a value here: %.*s"), key);
        return false;
    }
    return true;
}

// An allocation gets the number by a change in the same workbook.
static bool is_changed_to(const struct comparison *comparison, struct text project) {
    size_t i = 0;
    while (i < comparison->taken_count && !(text_is(comparison->taken[i].key, "prosjektnummer") &&
                                            text_equal(comparison->taken[i].value, project)))
        i++;
    return i < comparison->taken_count;
}

// A row on a project that nobody has would be passed over, or stop the next run.
static bool is_sound(const struct comparison *comparison, const struct back_row *row,
                     const struct typed_payment *typed) {
    struct text project = typed->values[PAYMENT_PROJECT];
    for (size_t i = 0; i < PAYMENT_COLUMN_COUNT; i++)
        if (i != PAYMENT_AMOUNT && is_formula_text(typed->values[i])) {
            back_tell(comparison, RULE_WORKBOOK_VALUE, row->table, row->row->number,
                      back_column_of(row->table, text_from(keys[i])),
                      _("'%.*s' would be a formula in a spreadsheet; write it in another way"),
                      typed->values[i]);
            return false;
        }
    if (grant_project(comparison->grant, project, comparison->arena) != NULL ||
        is_changed_to(comparison, project))
        return true;
    back_tell(comparison, RULE_WORKBOOK_VALUE, row->table, row->row->number,
              back_column_of(row->table, text_from(keys[PAYMENT_PROJECT])),
              _("no allocation has the project number '%.*s'"), project);
    return false;
}

// The accounts have a line of this voucher, project and amount.
static bool is_there_already(struct comparison *comparison, const struct typed_payment *typed) {
    const struct payments *payments = comparison->payments;
    struct index *lines = &comparison->lines;
    if (lines->arena == NULL) {
        index_init(lines, comparison->arena);
        index_expect(lines, payments->count);
        for (size_t i = 0; i < payments->count; i++)
            index_add(lines, payment_line_key(&payments->items[i], comparison->arena),
                      &payments->items[i]);
    }
    const struct payment like = {.voucher = typed->values[PAYMENT_VOUCHER],
                                 .project_number = typed->values[PAYMENT_PROJECT],
                                 .ore = value_ore(typed->values[PAYMENT_AMOUNT])};
    return index_find(lines, payment_line_key(&like, comparison->arena)) != NULL;
}

static bool has_room(const struct comparison *comparison, const struct back_row *row,
                     const struct typed_payment *typed) {
    const struct payment_file *file = &comparison->ledger.columns;
    for (size_t i = 0; i < PAYMENT_COLUMN_COUNT; i++)
        if (i != PAYMENT_AMOUNT && typed->values[i].size > 0 && file->column_of[i] >= file->width) {
            back_tell(comparison, RULE_WORKBOOK_VALUE, row->table, row->row->number,
                      back_column_of(row->table, text_from(keys[i])),
                      _("the file with the payments has no column for '%.*s'"), typed->values[i]);
            return false;
        }
    return true;
}

static void take_new(struct comparison *comparison, const struct back_row *row) {
    struct typed_payment typed;
    if (!read_typed(comparison, row, &typed) || !has_needed(comparison, row, &typed) ||
        !is_sound(comparison, row, &typed) || !has_room(comparison, row, &typed))
        return;
    if (is_there_already(comparison, &typed)) {
        back_tell(comparison, RULE_WORKBOOK_LEFT, row->table, row->row->number, 0,
                  _("the accounts have this payment by now; it is not added"), TEXT(""));
        return;
    }
    ledger_put(&comparison->ledger, &typed, &comparison->new_payments, comparison->arena);
}

void back_take_payment(struct comparison *comparison, const struct back_row *row) {
    const struct xlsx_cell *line = back_cell(row, TEXT(ORIGIN_KEY_ROW));
    struct text number;
    int at;
    if (line != NULL && value_read(line, TYPED_NUMBER, false, &number, comparison->arena) &&
        text_to_number(number, &at))
        compare_payment(comparison, row, (uint32_t)at);
    else if (back_row_is_written(row))
        take_new(comparison, row);
}

// --- all of them ---

static void tell_deleted(struct comparison *comparison) {
    const struct back_table *table = NULL;
    for (size_t i = 0; i < comparison->tables.count; i++)
        if (text_is(comparison->tables.items[i].name, TABLE_OF_PAYMENTS))
            table = &comparison->tables.items[i];
    if (table != NULL && table->is_found && comparison->same_accounts &&
        comparison->payment_rows < comparison->payments->count)
        back_tell(comparison, RULE_WORKBOOK_LEFT, table, table->head, 0,
                  _("payments of the accounts are gone; they stay in the file"), TEXT(""));
}

void back_add_payments(struct comparison *comparison) {
    struct text rows = writer_text(&comparison->new_payments);
    const char *why = NULL;
    tell_deleted(comparison);
    if (rows.size == 0)
        return;
    struct fixed_file *file = &comparison->files[comparison->file_count];
    if (ledger_add(&comparison->ledger, &comparison->repository->sources, rows, file, &why)) {
        comparison->file_count++;
        return;
    }
    report(comparison->repository->diagnostics, RULE_WORKBOOK_VALUE, comparison->ledger.path,
           (struct position){0, 0}, "%s", why);
}
