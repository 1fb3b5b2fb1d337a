// SPDX-License-Identifier: MIT
// What was paid of each project on each account, tertial by tertial: as a pivot table would have
// it.

#include "view/grant/sheets.h"

struct account_context {
    const struct book *book;
    struct text *titles; // with the periods and the sum
    size_t width;
};

static struct text sums_formula(const struct book *book, size_t period, struct arena *arena) {
    struct text amounts = column_name(book, TABLE_PAYMENTS, PAID_AMOUNT);
    struct text numbers = column_name(book, TABLE_PAYMENTS, PAID_NUMBER);
    struct text names = column_name(book, TABLE_PAYMENTS, PAID_ACCOUNT);
    struct text dates = column_name(book, TABLE_PAYMENTS, PAID_DATE);
    struct text number = in_this_row(book, ACCOUNT_NUMBER);
    struct text name = in_this_row(book, ACCOUNT_NAME);
    struct text from = formula_date(book->accounts.starts[period], arena);
    struct text to = formula_date(accounts_end(&book->accounts, period), arena);
    return text_format(
        arena, "ROUND(SUMIFS(%.*s,%.*s,%.*s,%.*s,%.*s,%.*s,\">=\"&%.*s,%.*s,\"<\"&%.*s),2)",
        TEXT_ARGS(amounts), TEXT_ARGS(numbers), TEXT_ARGS(number), TEXT_ARGS(names),
        TEXT_ARGS(name), TEXT_ARGS(dates), TEXT_ARGS(from), TEXT_ARGS(dates), TEXT_ARGS(to));
}

static struct row data_row(const struct account_context *context, size_t index,
                           struct arena *arena) {
    const struct book *book = context->book;
    const struct accounts *accounts = &book->accounts;
    const struct account *account = &accounts->items[index];
    uint32_t at = (uint32_t)(ROW_DATA + index);
    int64_t sum = 0;
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, context->width, &cells, arena);
    cells[ACCOUNT_NUMBER] = cell_number(STYLE_BODY_CENTRE, (int64_t)account->allocation + 1);
    cells[ACCOUNT_PROJECT] = cell_formula(
        look_up_text(book, TABLE_ACCOUNTS, TABLE_ALLOCATIONS, ALLOCATION_NAME),
        cell_text(STYLE_BODY, book->grant->allocations.items[account->allocation].name.text));
    cells[ACCOUNT_NAME] = cell_text(STYLE_OPEN, account->name);
    for (size_t i = 0; i < accounts->period_count; i++) {
        int64_t ore = accounts->sums[index * accounts->period_count + i];
        sum += ore;
        cells[ACCOUNT_FIXED + i] =
            cell_formula(sums_formula(book, i, arena), cell_exact(STYLE_BODY_RIGHT, ore));
    }
    struct text first = formula_row_cell(at, ACCOUNT_FIXED, arena);
    struct text last = formula_row_cell(at, (uint16_t)(context->width - 2), arena);
    cells[context->width - 1] = cell_formula(
        text_format(arena, "ROUND(SUM(%.*s:%.*s),2)", TEXT_ARGS(first), TEXT_ARGS(last)),
        cell_exact(STYLE_BODY_RIGHT, sum));
    return row;
}

int64_t accounts_sum(const struct book *book, size_t period) {
    const struct accounts *accounts = &book->accounts;
    int64_t sum = 0;
    for (size_t i = 0; i < accounts->count; i++)
        for (size_t k = 0; k < accounts->period_count; k++)
            if (period == k || period == accounts->period_count)
                sum += accounts->sums[i * accounts->period_count + k];
    return sum;
}

static struct row total_row(const struct account_context *context, struct arena *arena) {
    const struct book *book = context->book;
    struct cell *cells;
    struct row row = row_empty(STYLE_TOTAL, context->width, &cells, arena);
    cells[ACCOUNT_PROJECT] = cell_text(STYLE_TOTAL, label(book->context->labels, TEXT("ark-sum")));
    for (size_t i = 0; i <= book->accounts.period_count; i++)
        cells[ACCOUNT_FIXED + i] = sum_of_column(ACCOUNT_FIXED + i, accounts_sum(book, i), arena);
    return row;
}

static struct row make_row(const void *from, size_t index, struct arena *arena) {
    const struct account_context *context = from;
    const struct book *book = context->book;
    struct cell *cells;
    if (index >= ROW_DATA + book->accounts.count)
        return total_row(context, arena);
    if (index >= ROW_DATA)
        return data_row(context, index - ROW_DATA, arena);
    if (index == ROW_HEAD)
        return wide_head(TABLE_ACCOUNTS, context->titles, ACCOUNT_FIXED, context->width, arena);
    struct row row = top_row(book, TABLE_ACCOUNTS, index, &cells, arena);
    if (index == ROW_HINT)
        cells[0] = cell_text(STYLE_SUBTITLE, label(book->context->labels, TEXT("bok-hint-arter")));
    return row;
}

static void find_titles(struct account_context *context) {
    const struct book *book = context->book;
    struct arena *arena = book->context->arena;
    context->titles = arena_alloc(arena, context->width * sizeof *context->titles);
    for (size_t i = 0; i < context->width; i++)
        context->titles[i] = i < ACCOUNT_FIXED ? book->titles[TABLE_ACCOUNTS][i]
                             : i + 1 < context->width
                                 ? accounts_period_text(&book->accounts, i - ACCOUNT_FIXED, arena)
                                 : label(book->context->labels, TEXT("ark-sum"));
}

struct sheet accounts_sheet(const struct book *book) {
    const double period_width = 15;
    struct arena *arena = book->context->arena;
    struct account_context *context = arena_alloc(arena, sizeof *context);
    context->book = book;
    context->width = ACCOUNT_FIXED + book->accounts.period_count + 1;
    find_titles(context);
    struct sheet sheet =
        wide_sheet(book, TABLE_ACCOUNTS, context->titles, context->width, period_width);
    sheet.row = make_row;
    sheet.context = context;
    sheet.frozen_columns = ACCOUNT_FIXED;
    return sheet;
}
