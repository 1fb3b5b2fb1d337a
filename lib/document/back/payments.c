// SPDX-License-Identifier: MIT
// Payments that somebody has typed in the workbook become rows of the file with the payments.

#include "document/back/compare.h"

#include "base/amount.h"
#include "base/message.h"
#include "base/path.h"

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

struct typed_payment {
    struct text values[PAYMENT_COLUMN_COUNT];
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
    for (size_t i = 0; i < PAYMENT_COLUMN_COUNT; i++)
        if (i != PAYMENT_AMOUNT && is_formula_text(typed->values[i])) {
            back_tell(comparison, RULE_WORKBOOK_VALUE, row->table, row->row->number,
                      back_column_of(row->table, text_from(keys[i])),
                      _("'%.*s' would be a formula in a spreadsheet; write it in another way"),
                      typed->values[i]);
            return false;
        }
    return true;
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

// The file to which rows are added: the last; or one that is not there yet.
static const struct payment_file *file_of(const struct comparison *comparison) {
    static const struct payment_file fresh = {
        .separator = ';',
        .decimal_mark = ',',
        .width = PAYMENT_PLACES,
        .column_of = {[PAYMENT_DATE] = 0,
                      [PAYMENT_PROJECT] = 1,
                      [PAYMENT_VOUCHER] = 2,
                      [PAYMENT_SUPPLIER] = 3,
                      [PAYMENT_AMOUNT] = 4,
                      [PAYMENT_TEXT] = 5,
                      [PAYMENT_COST_CENTRE] = 6,
                      [PAYMENT_ACCOUNT] = PAYMENT_PLACES,
                      [PAYMENT_PERIOD] = PAYMENT_PLACES,
                      [PAYMENT_DOCUMENT_DATE] = PAYMENT_PLACES,
                      [PAYMENT_VAT_CODE] = PAYMENT_PLACES,
                      [PAYMENT_DEBIT] = PAYMENT_PLACES,
                      [PAYMENT_CREDIT] = PAYMENT_PLACES,
                      [PAYMENT_SIDE] = PAYMENT_PLACES,
                      [PAYMENT_CURRENCY] = PAYMENT_PLACES},
    };
    size_t count = comparison->payments->file_count;
    return count == 0 ? &fresh : &comparison->payments->files[count - 1];
}

static struct text amount_words(const struct payment_file *file, int64_t ore, struct arena *arena) {
    return amount_plain(arena, ore, file->decimal_mark == 0 ? ',' : file->decimal_mark);
}

// What a column of the file gets: in some files amounts are debits and credits.
static struct text words_for(const struct payment_file *file, const struct typed_payment *typed,
                             enum payment_column column, struct arena *arena) {
    int64_t ore = value_ore(typed->values[PAYMENT_AMOUNT]);
    bool has_side = file->column_of[PAYMENT_SIDE] < file->width;
    switch (column) {
    case PAYMENT_AMOUNT:
        return amount_words(file, has_side && ore < 0 ? -ore : ore, arena);
    case PAYMENT_DEBIT:
        return ore >= 0 ? amount_words(file, ore, arena) : TEXT("");
    case PAYMENT_CREDIT:
        return ore < 0 ? amount_words(file, -ore, arena) : TEXT("");
    case PAYMENT_SIDE:
        return ore < 0 ? TEXT("K") : TEXT("D");
    case PAYMENT_CURRENCY:
        return TEXT("NOK");
    default:
        return typed->values[column];
    }
}

static void put_cell(struct writer *writer, struct text words, char separator) {
    bool quoted = text_find(words, separator) < words.size || text_find(words, '"') < words.size ||
                  text_find(words, '\n') < words.size || text_find(words, '\r') < words.size;
    if (!quoted) {
        writer_put(writer, words);
        return;
    }
    writer_byte(writer, '"');
    for (size_t i = 0; i < words.size; i++) {
        if (words.data[i] == '"')
            writer_byte(writer, '"');
        writer_byte(writer, words.data[i]);
    }
    writer_byte(writer, '"');
}

static bool has_room(const struct comparison *comparison, const struct back_row *row,
                     const struct typed_payment *typed) {
    const struct payment_file *file = file_of(comparison);
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
    const struct payment_file *file = file_of(comparison);
    struct writer *writer = &comparison->new_payments;
    struct typed_payment typed;
    if (!read_typed(comparison, row, &typed) || !has_needed(comparison, row, &typed) ||
        !has_room(comparison, row, &typed))
        return;
    if (is_there_already(comparison, &typed)) {
        back_tell(comparison, RULE_WORKBOOK_LEFT, row->table, row->row->number, 0,
                  _("the accounts have this payment by now; it is not added"), TEXT(""));
        return;
    }
    for (size_t at = 0; at < file->width; at++) {
        if (at > 0)
            writer_byte(writer, file->separator);
        for (enum payment_column column = 0; column < PAYMENT_COLUMN_COUNT; column++)
            if (file->column_of[column] == at)
                put_cell(writer, words_for(file, &typed, column, comparison->arena),
                         file->separator);
    }
    writer_byte(writer, '\n');
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

// --- the file ---

static struct text head_of_new_file(void) {
    return TEXT("dato;prosjektnummer;bilag;leverandør;beløp;tekst;ansvarssted\n");
}

static void tell_left(struct comparison *comparison, struct text path, const char *message) {
    report(comparison->repository->diagnostics, RULE_WORKBOOK_VALUE, path, (struct position){0, 0},
           "%s", message);
}

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

// With the line breaks that the file has.
static struct text with_breaks(struct text rows, bool crlf, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (size_t i = 0; i < rows.size; i++) {
        if (crlf && rows.data[i] == '\n')
            writer_byte(&writer, '\r');
        writer_byte(&writer, rows.data[i]);
    }
    return writer_text(&writer);
}

void back_add_payments(struct comparison *comparison) {
    struct arena *arena = comparison->arena;
    const struct payments *payments = comparison->payments;
    struct text rows = writer_text(&comparison->new_payments), bytes = TEXT("");
    struct text path = payments_path(comparison->grant, TEXT(""), arena);
    tell_deleted(comparison);
    if (rows.size == 0)
        return;
    if (payments->file_count == 0) {
        rows = text_concat(arena, head_of_new_file(), rows);
    } else {
        const struct source *source = payments->files[payments->file_count - 1].source;
        path = source->path;
        if (source->charset != CHARSET_UTF8 ||
            !source_read_bytes(&comparison->repository->sources, source, &bytes)) {
            tell_left(comparison, path,
                      _("the new payments cannot be added to this file, which is not UTF-8; add "
                        "them there, or in the accounts"));
            return;
        }
        size_t first = text_find(bytes, '\n');
        rows = with_breaks(rows, first > 0 && first < bytes.size && bytes.data[first - 1] == '\r',
                           arena);
        if (bytes.size > 0 && bytes.data[bytes.size - 1] != '\n')
            rows = text_concat(arena, TEXT("\n"), rows);
    }
    struct fix *fix = arena_alloc(arena, sizeof *fix);
    *fix = (struct fix){bytes.size, bytes.size, rows};
    comparison->files[comparison->file_count++] = (struct fixed_file){path, bytes, fix, 1};
}
