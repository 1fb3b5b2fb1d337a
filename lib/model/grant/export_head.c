// SPDX-License-Identifier: MIT
// The titles of the columns: in which row they are, and what separates them.

#include "model/grant/export.h"

#include "base/ascii.h"
#include "base/message.h"

// Systems print what was asked for above the table, on a page at most.
enum { MOST_TITLE_ROWS = 100, MOST_USUAL = 3 };

// The titles that count where the grant names no others.
static const struct text usual_titles[PAYMENT_COLUMN_COUNT][MOST_USUAL] = {
    [PAYMENT_DATE] = {TEXT_OF("dato")},
    [PAYMENT_PROJECT] = {TEXT_OF("prosjektnummer")},
    [PAYMENT_VOUCHER] = {TEXT_OF("bilag")},
    [PAYMENT_SUPPLIER] = {TEXT_OF("leverandør")},
    [PAYMENT_AMOUNT] = {TEXT_OF("beløp")},
    [PAYMENT_TEXT] = {TEXT_OF("tekst")},
    [PAYMENT_COST_CENTRE] = {TEXT_OF("ansvarssted")},
    [PAYMENT_ACCOUNT] = {TEXT_OF("konto")},
    [PAYMENT_PERIOD] = {TEXT_OF("periode")},
    [PAYMENT_DOCUMENT_DATE] = {TEXT_OF("bilagsdato")},
    [PAYMENT_VAT_CODE] = {TEXT_OF("mva"), TEXT_OF("mva-kode")},
    [PAYMENT_DEBIT] = {TEXT_OF("debet")},
    [PAYMENT_CREDIT] = {TEXT_OF("kredit")},
    [PAYMENT_SIDE] = {TEXT_OF("fortegn"), TEXT_OF("d/k"), TEXT_OF("debet/kredit")},
    [PAYMENT_CURRENCY] = {TEXT_OF("valuta")},
};

struct text payments_title(const struct grant *grant, enum payment_column column) {
    struct text given = grant->payments.titles[column].text;
    return given.size > 0 ? given : usual_titles[column][0];
}

static struct text plain_title(const struct export *export, struct text title) {
    return text_lower(export->scratch, text_nfc(export->scratch, title));
}

static bool is_title(const struct export *export, enum payment_column column, struct text title) {
    if (export->titles[column].size > 0)
        return text_equal(title, export->titles[column]);
    bool same = false;
    for (size_t i = 0; i < MOST_USUAL && !same; i++)
        same = title.size > 0 && text_equal(title, usual_titles[column][i]);
    for (size_t i = 0; i < PAYMENT_COLUMN_COUNT && same; i++) // a name counts before what is usual
        same = !text_equal(title, export->titles[i]);
    return same;
}

static size_t count_titles(const struct export *export, const struct csv_row *row) {
    size_t count = 0;
    struct arena_savepoint saved = arena_save(export->scratch);
    bool found[PAYMENT_COLUMN_COUNT] = {false};
    for (size_t i = 0; i < row->count; i++) {
        struct text title = plain_title(export, row->cells[i].text);
        for (enum payment_column column = 0; column < PAYMENT_COLUMN_COUNT; column++)
            found[column] = found[column] || is_title(export, column, title);
    }
    for (enum payment_column column = 0; column < PAYMENT_COLUMN_COUNT; column++)
        count += found[column];
    arena_release(export->scratch, saved);
    return count;
}

// The row that shows most of the titles, by each separator, is the table's head. Gives how many
// rows are above it.
static size_t find_head(struct export *export, struct csv_row *row) {
    static const char separators[] = {';', '\t', ','};
    size_t most = 0, above = 0;
    struct diagnostics silent;
    diagnostics_init(&silent, export->scratch);
    export->separator = separators[0];
    for (size_t i = 0; i < sizeof separators; i++) {
        struct csv csv;
        csv_init(&csv, export->file->source->text, TEXT(""), separators[i], &silent,
                 export->scratch);
        for (size_t k = 0; k < MOST_TITLE_ROWS && csv_next(&csv, row); k++) {
            size_t found = count_titles(export, row);
            if (found <= most)
                continue;
            most = found;
            above = k;
            export->separator = separators[i];
        }
    }
    return above;
}

static void find_columns(struct export *export, const struct csv_row *head) {
    for (enum payment_column column = 0; column < PAYMENT_COLUMN_COUNT; column++) {
        export->column_of[column] = NO_COLUMN;
        for (size_t i = 0; i < head->count; i++) {
            if (!is_title(export, column, plain_title(export, head->cells[i].text)))
                continue;
            if (export->column_of[column] != NO_COLUMN)
                export_fault(export, RULE_PAYMENT_COLUMNS, head->cells[i].at,
                             _("the column '%.*s' is here a second time"),
                             payments_title(export->grant, column));
            else
                export->column_of[column] = i;
        }
        if (export->column_of[column] != NO_COLUMN)
            export->payments->has_column[column] = true;
    }
    export->width = head->count;
}

static bool has(const struct export *export, enum payment_column column) {
    return export->column_of[column] != NO_COLUMN;
}

static bool is_needed(const struct export *export, enum payment_column column) {
    const struct payment_form *form = &export->grant->payments;
    switch (column) {
    case PAYMENT_DATE:
    case PAYMENT_PROJECT:
    case PAYMENT_VOUCHER:
        return true;
    case PAYMENT_AMOUNT:
        return form->titles[column].text.size > 0 ||
               !(has(export, PAYMENT_DEBIT) || has(export, PAYMENT_CREDIT));
    case PAYMENT_DEBIT:
        return form->titles[column].text.size > 0 ||
               (has(export, PAYMENT_CREDIT) && !has(export, PAYMENT_AMOUNT));
    case PAYMENT_CREDIT:
        return form->titles[column].text.size > 0 ||
               (has(export, PAYMENT_DEBIT) && !has(export, PAYMENT_AMOUNT));
    case PAYMENT_ACCOUNT:
        return form->titles[column].text.size > 0 || form->accounts.written.count > 0;
    default:
        return form->titles[column].text.size > 0;
    }
}

static struct text titles_of_head(const struct export *export, const struct csv_row *head) {
    struct text titles[LIMIT_CSV_COLUMNS];
    for (size_t i = 0; i < head->count; i++)
        titles[i] = head->cells[i].text;
    return text_join(export->sources->arena, titles, head->count, TEXT(", "));
}

static bool has_needed(struct export *export, const struct csv_row *head) {
    bool whole = true;
    for (enum payment_column column = 0; column < PAYMENT_COLUMN_COUNT; column++) {
        if (has(export, column) || !is_needed(export, column))
            continue;
        whole = false;
        report(export->sources->diagnostics, RULE_PAYMENT_COLUMNS, export->file->source->path,
               head->cells[0].at,
               _("there is no column '%.*s' among %.*s; if it has another title here, write that "
                 "under utbetalinger: kolonner: in the file of the grant"),
               TEXT_ARGS(payments_title(export->grant, column)),
               TEXT_ARGS(titles_of_head(export, head)));
    }
    return whole;
}

bool export_is_head(const struct export *export, const struct csv_row *row) {
    struct arena_savepoint saved = arena_save(export->scratch);
    struct text day = export_cell(export, row, PAYMENT_DATE);
    bool is_head = day.size > 0 && !ascii_is_digit(day.data[0]);
    for (enum payment_column column = 0; column < PAYMENT_PLACES && is_head; column++)
        is_head = !has(export, column) ||
                  is_title(export, column, plain_title(export, export_cell(export, row, column)));
    arena_release(export->scratch, saved);
    return is_head;
}

bool export_read_head(struct export *export) {
    struct csv_row *head = arena_alloc_unset(export->scratch, sizeof *head);
    struct diagnostics silent;
    diagnostics_init(&silent, export->scratch);
    for (enum payment_column column = 0; column < PAYMENT_COLUMN_COUNT; column++)
        export->titles[column] = plain_title(export, export->grant->payments.titles[column].text);
    export->file->title_rows = find_head(export, head);
    csv_init(&export->csv, export->file->source->text, export->file->source->path,
             export->separator, &silent, export->sources->arena);
    for (size_t i = 0; i < export->file->title_rows; i++)
        csv_next(&export->csv, head);
    export->csv.diagnostics = export->sources->diagnostics;
    if (!csv_next(&export->csv, head)) {
        export_fault(export, RULE_PAYMENT_COLUMNS, (struct position){1, 1},
                     _("the file is empty; its first line has the titles of the columns"),
                     TEXT(""));
        return false;
    }
    find_columns(export, head);
    return has_needed(export, head);
}
