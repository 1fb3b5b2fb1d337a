// SPDX-License-Identifier: MIT
// What each row of the table is: a payment, a row of another account or project, a sum.

#include "model/grant/export.h"

#include "base/amount.h"
#include "base/ascii.h"
#include "base/message.h"

static struct csv_cell amount_cell(const struct export *export, const struct csv_row *row,
                                   enum payment_column column) {
    size_t at = export->column_of[column];
    return at < row->count ? row->cells[at]
                           : (struct csv_cell){TEXT(""), row->cells[row->count - 1].at};
}

static bool has_amount_column(const struct export *export) {
    return export->column_of[PAYMENT_AMOUNT] != NO_COLUMN;
}

// Of `row`, whose other members are given.
static void add_row(struct export *export, const struct csv_row *row, struct export_row made) {
    bool one = has_amount_column(export);
    struct text amount = amount_cell(export, row, one ? PAYMENT_AMOUNT : PAYMENT_DEBIT).text;
    made.amount = amount_cell(export, row, one ? PAYMENT_AMOUNT : PAYMENT_DEBIT);
    if (!one)
        made.credit = amount_cell(export, row, PAYMENT_CREDIT);
    const struct text cells[] = {amount, made.credit.text};
    for (size_t i = 0; i < 2; i++)
        if (export->decimal_mark == 0 && cells[i].size > 0)
            export->decimal_mark = amount_export_mark(cells[i]);
    export->rows =
        arena_append(export->scratch, export->rows, export->row_count, sizeof *export->rows);
    export->rows[export->row_count++] = made;
}

static bool has_amount(const struct export *export, const struct csv_row *row) {
    return export_cell(export, row, PAYMENT_AMOUNT).size > 0 ||
           (!has_amount_column(export) && (export_cell(export, row, PAYMENT_DEBIT).size > 0 ||
                                           export_cell(export, row, PAYMENT_CREDIT).size > 0));
}

// True when everything that a payment must have is there; otherwise a report.
static bool has_all(struct export *export, const struct csv_row *row) {
    static const enum payment_column needed[] = {PAYMENT_DATE, PAYMENT_PROJECT, PAYMENT_VOUCHER,
                                                 PAYMENT_AMOUNT};
    bool whole = true;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        bool is_amount = needed[i] == PAYMENT_AMOUNT;
        if (is_amount ? has_amount(export, row) : export_cell(export, row, needed[i]).size > 0)
            continue;
        enum payment_column column =
            is_amount && !has_amount_column(export) ? PAYMENT_DEBIT : needed[i];
        whole = false;
        export_fault(export, RULE_CSV_SYNTAX, amount_cell(export, row, column).at,
                     _("the line has nothing in the column '%.*s'"),
                     payments_title(export->grant, column));
    }
    return whole;
}

// --- rows that are no payments ---

static bool is_named_to_skip(struct export *export, const struct csv_row *row) {
    const struct scalar_list *skipped = &export->grant->payments.skipped;
    bool found = false;
    for (size_t i = 0; i < skipped->count; i++)
        for (size_t cell = 0; cell < row->count; cell++)
            if (text_equal(row->cells[cell].text, skipped->items[i].text))
                found = export->skip_is_used[i] = true;
    return found;
}

// Four digits of class 3 are income in the Norwegian standard of accounts, NS 4102.
static bool is_income(int64_t account) {
    return account >= 3000 && account <= 3999;
}

static bool is_left_out(struct export *export, const struct csv_row *row, enum left_out *why) {
    const struct payment_form *form = &export->grant->payments;
    int64_t account = export_account(export_cell(export, row, PAYMENT_ACCOUNT));
    bool is_in = form->accounts.written.count == 0 || account_ranges_have(&form->accounts, account);
    if (is_named_to_skip(export, row))
        *why = LEFT_BY_TEXT;
    else if (!is_in)
        *why = LEFT_BY_ACCOUNT;
    else if (form->accounts.written.count == 0 && is_income(account))
        *why = LEFT_AS_INCOME;
    else
        return false;
    return true;
}

// Without a voucher: a sum by its words, or where it has no day either; only words where it has no
// amount.
static bool is_no_posting(const struct export *export, const struct csv_row *row,
                          bool *is_opening) {
    struct date date;
    struct text day = export_cell(export, row, PAYMENT_DATE);
    struct text voucher = export_cell(export, row, PAYMENT_VOUCHER);
    *is_opening = false;
    if (voucher.size > 0 && !export_is_sum_word(export, voucher, is_opening))
        return false;
    if (export_is_sum(export, row, is_opening))
        return true;
    return day.size == 0 || (!has_amount(export, row) && !export_date(day, &date));
}

// --- payments ---

// As it is written, or its code alone.
static const struct allocation *find_project(const struct export *export, struct text *number) {
    struct arena *arena = export->sources->arena;
    const struct allocation *found = grant_project(export->grant, *number, arena);
    if (found != NULL)
        return found;
    struct text word = text_slice(*number, 0, text_find(*number, ' '));
    struct text code = export_code(*number);
    struct text shorter = code.size < word.size ? code : word;
    if (shorter.size < number->size)
        found = grant_project(export->grant, shorter, arena);
    if (found != NULL)
        *number = shorter;
    return found;
}

static void check_currency(struct export *export, const struct csv_row *row) {
    struct text currency = export_cell(export, row, PAYMENT_CURRENCY);
    struct arena_savepoint saved = arena_save(export->scratch);
    struct text lower = text_lower(export->scratch, currency);
    bool is_kroner = lower.size == 0 || text_is(lower, "nok") || text_is(lower, "kr");
    arena_release(export->scratch, saved);
    if (!is_kroner)
        export_fault(
            export, RULE_PAYMENT_CURRENCY, row->cells[export->column_of[PAYMENT_CURRENCY]].at,
            _("the amount is in '%.*s'; export the column with the amounts in kroner"), currency);
}

static struct payment read_payment(struct export *export, const struct csv_row *row) {
    struct payment payment = {
        .source = export->file->source,
        .voucher = export_cell(export, row, PAYMENT_VOUCHER),
        .supplier = export_cell(export, row, PAYMENT_SUPPLIER),
        .text = export_cell(export, row, PAYMENT_TEXT),
        .cost_centre = export_code(export_cell(export, row, PAYMENT_COST_CENTRE)),
        .account = export_cell(export, row, PAYMENT_ACCOUNT),
        .period = export_cell(export, row, PAYMENT_PERIOD),
        .vat_code = export_cell(export, row, PAYMENT_VAT_CODE),
    };
    for (enum payment_column column = 0; column < PAYMENT_PLACES; column++)
        if (export->column_of[column] < row->count)
            payment.at[column] = row->cells[export->column_of[column]].at;
    const struct {
        enum payment_column column;
        struct date *date;
    } dates[] = {{PAYMENT_DATE, &payment.date}, {PAYMENT_DOCUMENT_DATE, &payment.document_date}};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        struct text date = export_cell(export, row, dates[i].column);
        if (date.size > 0 && !export_date(date, dates[i].date))
            export_fault(export, RULE_WRONG_DATE, row->cells[export->column_of[dates[i].column]].at,
                         _("'%.*s' is not a date; it is exported like 2024-11-29 or 29.11.2024"),
                         date);
    }
    return payment;
}

// Whether the row is a debit or a credit, as its own column says.
static void read_side(struct export *export, const struct csv_row *row, struct export_row *made) {
    static const char *const debits[] = {"d", "s", "debet", "debit", "+", NULL};
    static const char *const credits[] = {"k", "c", "h", "kredit", "credit", "-", "−", NULL};
    struct text written = export_cell(export, row, PAYMENT_SIDE);
    if (export->column_of[PAYMENT_SIDE] == NO_COLUMN)
        return;
    struct arena_savepoint saved = arena_save(export->scratch);
    struct text lower = text_lower(export->scratch, written);
    for (size_t i = 0; debits[i] != NULL; i++)
        made->has_side = made->has_side || text_is(lower, debits[i]);
    for (size_t i = 0; credits[i] != NULL; i++)
        made->is_credit = made->is_credit || text_is(lower, credits[i]);
    arena_release(export->scratch, saved);
    made->has_side = made->has_side || made->is_credit;
    if (made->has_side || made->kind == ROW_OF_SUM || made->kind == ROW_OF_OPENING)
        return;
    export->has_fault = true;
    export_fault(export, RULE_WRONG_AMOUNT, amount_cell(export, row, PAYMENT_SIDE).at,
                 written.size == 0
                     ? _("nothing says whether this is debit or credit; D or K is expected")
                     : _("'%.*s' is neither debit nor credit; D or K is expected"),
                 written);
}

static void add_stranger(struct export *export, const struct csv_row *row, struct text number) {
    struct payments *payments = export->payments;
    export->strangers = arena_append(export->sources->arena, export->strangers,
                                     payments->stranger_count, sizeof *export->strangers);
    export->strangers[payments->stranger_count++] = (struct stranger){
        export->file->source, amount_cell(export, row, PAYMENT_PROJECT).at, number};
}

static void add_posting(struct export *export, const struct csv_row *row, struct export_row *made) {
    struct payments *payments = export->payments;
    struct text number =
        text_nfc(export->sources->arena, export_cell(export, row, PAYMENT_PROJECT));
    const struct allocation *of = find_project(export, &number);
    made->kind = of != NULL ? ROW_OF_PAYMENT : ROW_OF_STRANGER;
    made->why = LEFT_BY_PROJECT; // of a stranger
    if (of == NULL) {
        add_stranger(export, row, number);
        return;
    }
    made->payment = (uint32_t)payments->count;
    export->growing =
        arena_append(export->scratch, export->growing, payments->count, sizeof *export->growing);
    struct payment *payment = &export->growing[payments->count++];
    *payment = read_payment(export, row);
    payment->project_number = number;
    payment->allocation = (uint32_t)(of - export->grant->allocations.items);
    check_currency(export, row);
}

static bool is_of_others(const struct export *export, const struct csv_row *row) {
    const struct choice *others = &export->grant->payments.others;
    struct text number = export_cell(export, row, PAYMENT_PROJECT);
    return others->at.line > 0 && others->index >= 0 &&
           (number.size == 0 || find_project(export, &number) == NULL);
}

static bool is_too_wide(struct export *export, const struct csv_row *row) {
    if (row->count <= export->width)
        return false;
    export_fault(export, RULE_CSV_SYNTAX, row->cells[export->width].at,
                 _("the line has more cells than the first one has titles; a text with '%.*s' in "
                   "it is written in quotes"),
                 (struct text){&export->separator, 1});
    return true;
}

static void read_row(struct export *export, const struct csv_row *row) {
    struct export_row made = {.kind = ROW_OF_SUM};
    bool is_opening;
    if (is_no_posting(export, row, &is_opening)) {
        made.kind = is_opening ? ROW_OF_OPENING : ROW_OF_SUM;
        if (!has_amount(export, row))
            return;
    } else if (is_left_out(export, row, &made.why)) {
        made.kind = ROW_LEFT_OUT;
    } else if (is_of_others(export, row)) {
        made.kind = ROW_LEFT_OUT;
        made.why = LEFT_BY_PROJECT;
    } else if (!has_all(export, row) || is_too_wide(export, row)) {
        export->has_fault = true;
        return;
    } else {
        add_posting(export, row, &made);
    }
    read_side(export, row, &made);
    add_row(export, row, made);
}

void export_read_rows(struct export *export) {
    struct csv_row *row = arena_alloc_unset(export->scratch, sizeof *row);
    while (csv_next(&export->csv, row)) {
        while (row->count > export->width && row->cells[row->count - 1].text.size == 0)
            row->count--;
        export->has_fault = export->has_fault || row->broken;
        if (!row->broken && !export_is_head(export, row))
            read_row(export, row);
    }
}
