// SPDX-License-Identifier: MIT
// The amounts of the rows, and the sums that the file has of them: of all rows, also of those that
// are left out, since any of these. A sum may be that of the rows since an earlier sum or since the
// beginning, with or without the balances that came in.

#include "model/grant/export.h"

#include "base/amount.h"
#include "base/message.h"

#include <stdlib.h>

struct summing {
    struct export *export;
    int64_t all;         // of the rows so far
    int64_t openings;    // balances that came in
    int64_t balance;     // since the last of them, with it
    struct index begins; // what `all` was at each sum
    bool has_positive_credit;
    struct position negative_credit; // the first; line 0: none
};

static const char *explain(enum amount_fault fault) {
    switch (fault) {
    case AMOUNT_PERIOD:
        return _("'%.*s' can be thousands or decimals, or has other decimals than the rest of the "
                 "file; say which with desimaltegn: komma or punktum under utbetalinger in the "
                 "file of the grant");
    case AMOUNT_GROUPS:
        return _("the digits of '%.*s' are not in groups of three");
    case AMOUNT_NOT_A_NUMBER:
        return _("'%.*s' is not an amount; it is exported like 1234,50 or -1234.50");
    default:
        return amount_fault_message(fault);
    }
}

// 0 where the cell is empty.
static bool read_cell(struct export *export, const struct csv_cell *cell, int64_t *ore) {
    *ore = 0;
    if (cell->text.size == 0)
        return true;
    enum amount_fault found = amount_parse_export(cell->text, export->decimal_mark, ore);
    if (found == AMOUNT_OK)
        return true;
    *ore = 0;
    export->has_fault = true;
    export_fault(export, RULE_WRONG_AMOUNT, cell->at, explain(found), cell->text);
    return false;
}

// A credit is less than zero: by its column, or by the letter beside it.
static bool read_amount(struct summing *summing, const struct export_row *row, int64_t *ore) {
    struct export *export = summing->export;
    int64_t credit;
    if (!read_cell(export, &row->amount, ore) || !read_cell(export, &row->credit, &credit))
        return false;
    if (*ore != 0 && credit != 0 && row->kind != ROW_OF_SUM && row->kind != ROW_OF_OPENING) {
        export->has_fault = true;
        export_fault(export, RULE_WRONG_AMOUNT, row->credit.at,
                     _("the line has both a debit and a credit"), TEXT(""));
        return false;
    }
    *ore -= credit;
    if (row->is_credit && *ore > 0)
        summing->has_positive_credit = true;
    else if (row->is_credit && *ore < 0 && summing->negative_credit.line == 0)
        summing->negative_credit = row->amount.at;
    if (row->is_credit)
        *ore = -(int64_t)llabs(*ore);
    return true;
}

static bool is_within(int64_t ore) {
    return ore <= AMOUNT_LARGEST && ore >= -AMOUNT_LARGEST;
}

static void take(struct summing *summing, const struct export_row *row, int64_t ore) {
    struct export *export = summing->export;
    struct payments *payments = export->payments;
    struct left_rows *left = &export->file->left[row->why];
    bool counts = row->kind == ROW_OF_PAYMENT,
         is_left = row->kind == ROW_LEFT_OUT || row->kind == ROW_OF_STRANGER;
    if (!is_within(summing->all + ore) || !is_within(payments->total + (counts ? ore : 0))) {
        export->has_fault = true;
        export_fault(export, RULE_WRONG_AMOUNT, row->amount.at,
                     _("the sum of the amounts is too large here"), TEXT(""));
        return;
    }
    summing->all += ore;
    summing->balance += ore;
    if (counts) {
        payments->total += ore;
        export->growing[row->payment].ore = ore;
    }
    left->count += is_left;
    left->ore += is_left ? ore : 0;
}

static struct text key_of(const struct summing *summing, int64_t ore) {
    return text_format(summing->export->scratch, "%lld", (long long)ore);
}

static bool agrees(const struct summing *summing, int64_t sum) {
    return sum == summing->balance || sum == summing->openings + summing->all ||
           index_find(&summing->begins, key_of(summing, summing->all - sum)) != NULL;
}

static void compare(struct summing *summing, const struct export_row *row, int64_t sum) {
    struct export *export = summing->export;
    bool may_lack_sign = !row->has_side && export->column_of[PAYMENT_SIDE] != NO_COLUMN;
    if (agrees(summing, sum) || (may_lack_sign && agrees(summing, -sum)))
        export->file->sums++;
    else if (!export->has_fault)
        report(export->sources->diagnostics, RULE_PAYMENT_SUM, export->file->source->path,
               row->amount.text.size > 0 ? row->amount.at : row->credit.at,
               _("the sum in the file is kr %s here; its lines come to kr %s"),
               amount_text(export->sources->arena, sum).data,
               amount_text(export->sources->arena, summing->openings + summing->all).data);
    index_add(&summing->begins, key_of(summing, summing->all), export);
}

static void settle_row(struct summing *summing, const struct export_row *row) {
    int64_t ore;
    if (!read_amount(summing, row, &ore))
        return;
    if (row->kind == ROW_OF_SUM) {
        compare(summing, row, ore);
    } else if (row->kind == ROW_OF_OPENING) {
        summing->openings += is_within(summing->openings + ore) ? ore : 0;
        summing->balance = ore;
        index_add(&summing->begins, key_of(summing, summing->all), summing);
    } else {
        take(summing, row, ore);
    }
}

void export_settle(struct export *export) {
    struct summing summing = {.export = export};
    index_init(&summing.begins, export->scratch);
    index_add(&summing.begins, key_of(&summing, 0), export);
    for (size_t i = 0; i < export->row_count; i++)
        settle_row(&summing, &export->rows[i]);
    if (summing.has_positive_credit && summing.negative_credit.line > 0)
        export_fault(export, RULE_WRONG_AMOUNT, summing.negative_credit,
                     _("this credit has a minus sign, others have none; which way it goes is not "
                       "certain"),
                     TEXT(""));
}
