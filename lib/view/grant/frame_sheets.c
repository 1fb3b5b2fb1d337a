// SPDX-License-Identifier: MIT
// The account of the frame: what was received and given back, and how that was from year to year.

#include "view/grant/sheets.h"

static size_t receipt_count(const struct book *book) {
    return book->grant->received.count + book->grant->returned.count;
}

static struct text kind_word(const struct book *book, bool is_returned) {
    return label(book->context->labels,
                 is_returned ? TEXT("rammekonto-tilbakebetalt") : TEXT("rammekonto-mottatt"));
}

// Minus for what is given back.
static struct text effect_formula(const struct book *book) {
    struct arena *arena = book->context->arena;
    struct text kind = in_this_row(book, RECEIPT_KIND);
    struct text amount = in_this_row(book, RECEIPT_AMOUNT);
    return text_format(arena, "IF(%.*s=\"\",\"\",IF(%.*s=%.*s,-SUM(%.*s),SUM(%.*s)))",
                       TEXT_ARGS(kind), TEXT_ARGS(kind),
                       TEXT_ARGS(formula_words(kind_word(book, true), arena)), TEXT_ARGS(amount),
                       TEXT_ARGS(amount));
}

struct receipts_context {
    const struct book *book;
    struct text formulas[RECEIPT_COLUMNS];
    const char *words[3];
};

static struct row receipt_row(const struct receipts_context *context, size_t index,
                              struct arena *arena) {
    const struct grant *grant = context->book->grant;
    bool is_returned = index >= grant->received.count;
    bool given = index < receipt_count(context->book);
    const struct receipt *receipt = !given ? NULL
                                    : is_returned
                                        ? &grant->returned.items[index - grant->received.count]
                                        : &grant->received.items[index];
    struct cell *cells;
    struct row row = row_empty(STYLE_OPEN, RECEIPT_COLUMNS, &cells, arena);
    cells[RECEIPT_DATE] = given ? cell_date(STYLE_OPEN_RIGHT, receipt->date.date)
                                : cell_blank(STYLE_OPEN_RIGHT, CELL_DATE);
    cells[RECEIPT_VOUCHER] = cell_text(STYLE_OPEN, given ? receipt->voucher.text : TEXT(""));
    cells[RECEIPT_KIND] =
        cell_text(STYLE_OPEN, given ? kind_word(context->book, is_returned) : TEXT(""));
    cells[RECEIPT_AMOUNT] = given ? cell_exact(STYLE_OPEN_RIGHT, receipt->amount.ore)
                                  : cell_blank(STYLE_OPEN_RIGHT, CELL_EXACT);
    cells[RECEIPT_EFFECT] =
        cell_formula(context->formulas[RECEIPT_EFFECT],
                     given ? cell_exact(STYLE_BODY_RIGHT,
                                        is_returned ? -receipt->amount.ore : receipt->amount.ore)
                           : cell_text(STYLE_BODY_RIGHT, TEXT("")));
    return row;
}

static struct row make_receipt_row(const void *from, size_t index, struct arena *arena) {
    const struct receipts_context *context = from;
    const struct book *book = context->book;
    struct cell *cells;
    if (index >= ROW_DATA && index < ROW_DATA + book->rows[TABLE_RECEIPTS])
        return receipt_row(context, index - ROW_DATA, arena);
    struct row row = top_row(book, TABLE_RECEIPTS, index, &cells, arena);
    if (index == ROW_HINT)
        cells[0] =
            cell_text(STYLE_SUBTITLE, label(book->context->labels, TEXT("bok-hint-mottatte")));
    if (index < ROW_DATA)
        return row;
    row = row_empty(STYLE_TOTAL, RECEIPT_COLUMNS, &cells, arena);
    cells[RECEIPT_KIND] = cell_text(STYLE_TOTAL, label(book->context->labels, TEXT("ark-sum")));
    cells[RECEIPT_EFFECT] = sum_of_column(
        RECEIPT_EFFECT, receipts_sum(&book->grant->received) - receipts_sum(&book->grant->returned),
        arena);
    return row;
}

static const struct entry_rule *receipt_entries(const struct receipts_context *context) {
    uint32_t last = last_data_row(context->book, TABLE_RECEIPTS);
    struct entry_rule *made = arena_alloc(context->book->context->arena, 3 * sizeof *made);
    made[0] = (struct entry_rule){.area = {ROW_DATA, last, RECEIPT_DATE, RECEIPT_DATE},
                                  .kind = ENTRY_DATE};
    made[1] = (struct entry_rule){.area = {ROW_DATA, last, RECEIPT_KIND, RECEIPT_KIND},
                                  .kind = ENTRY_WORDS,
                                  .words = context->words};
    made[2] = (struct entry_rule){.area = {ROW_DATA, last, RECEIPT_AMOUNT, RECEIPT_AMOUNT},
                                  .kind = ENTRY_AMOUNT};
    return made;
}

struct sheet receipts_sheet(const struct book *book) {
    struct arena *arena = book->context->arena;
    struct receipts_context *context = arena_alloc(arena, sizeof *context);
    context->book = book;
    context->formulas[RECEIPT_EFFECT] = effect_formula(book);
    for (size_t i = 0; i < 2; i++)
        context->words[i] = text_copy(arena, kind_word(book, i == 1)).data;
    struct sheet sheet = table_sheet(book, TABLE_RECEIPTS, true, context->formulas);
    sheet.row = make_receipt_row;
    sheet.context = context;
    sheet.entries = receipt_entries(context);
    sheet.entry_count = 3;
    return sheet;
}

// The account, by year.

struct frame_context {
    const struct book *book;
    struct text formulas[FRAME_COLUMNS];
};

static struct text this_year(const struct book *book) {
    return in_this_row(book, FRAME_YEAR);
}

// "SUMIFS(amounts,dates,"<"&DATE(year,1,1)", without its end: of the years before, or of the year.
static struct text sum_of_days(const struct book *book, struct text amounts, struct text dates,
                               bool is_before) {
    struct arena *arena = book->context->arena;
    struct text year = this_year(book);
    if (is_before)
        return text_format(arena, "SUMIFS(%.*s,%.*s,\">0\",%.*s,\"<\"&DATE(%.*s,1,1)",
                           TEXT_ARGS(amounts), TEXT_ARGS(dates), TEXT_ARGS(dates), TEXT_ARGS(year));
    return text_format(arena, "SUMIFS(%.*s,%.*s,\">=\"&DATE(%.*s,1,1),%.*s,\"<\"&DATE(%.*s,13,1)",
                       TEXT_ARGS(amounts), TEXT_ARGS(dates), TEXT_ARGS(year), TEXT_ARGS(dates),
                       TEXT_ARGS(year));
}

static struct text spent(const struct book *book, bool is_before) {
    struct text sum = sum_of_days(book, column_name(book, TABLE_PAYMENTS, PAID_AMOUNT),
                                  column_name(book, TABLE_PAYMENTS, PAID_DATE), is_before);
    return text_format(book->context->arena, "%.*s,%.*s,\">0\")", TEXT_ARGS(sum),
                       TEXT_ARGS(column_name(book, TABLE_PAYMENTS, PAID_NUMBER)));
}

static struct text received(const struct book *book, bool is_returned) {
    struct arena *arena = book->context->arena;
    struct text sum = sum_of_days(book, column_name(book, TABLE_RECEIPTS, RECEIPT_AMOUNT),
                                  column_name(book, TABLE_RECEIPTS, RECEIPT_DATE), false);
    return text_format(arena, "ROUND(%.*s,%.*s,%.*s),2)", TEXT_ARGS(sum),
                       TEXT_ARGS(column_name(book, TABLE_RECEIPTS, RECEIPT_KIND)),
                       TEXT_ARGS(formula_words(kind_word(book, is_returned), arena)));
}

static void write_formulas(struct frame_context *context) {
    const struct book *book = context->book;
    struct arena *arena = book->context->arena;
    struct text *formulas = context->formulas;
    struct text before = sum_of_days(book, column_name(book, TABLE_RECEIPTS, RECEIPT_EFFECT),
                                     column_name(book, TABLE_RECEIPTS, RECEIPT_DATE), true);
    formulas[FRAME_OPENING] =
        text_format(arena, "ROUND(%.*s)-%.*s,2)", TEXT_ARGS(before), TEXT_ARGS(spent(book, true)));
    formulas[FRAME_RECEIVED] = received(book, false);
    formulas[FRAME_SPENT] = text_format(arena, "ROUND(%.*s,2)", TEXT_ARGS(spent(book, false)));
    formulas[FRAME_RETURNED] = received(book, true);
    formulas[FRAME_CLOSING] = text_format(
        arena, "ROUND(%.*s+%.*s-%.*s-%.*s,2)", TEXT_ARGS(in_this_row(book, FRAME_OPENING)),
        TEXT_ARGS(in_this_row(book, FRAME_RECEIVED)), TEXT_ARGS(in_this_row(book, FRAME_SPENT)),
        TEXT_ARGS(in_this_row(book, FRAME_RETURNED)));
    struct text carried =
        label(book->context->labels,
              text_concat(arena, TEXT("endring-"), text_from(change_kind_names[CHANGE_CARRIED])));
    formulas[FRAME_CARRIED] =
        text_format(arena, "ROUND(SUMIFS(%.*s,%.*s,%.*s,%.*s,%.*s),2)",
                    TEXT_ARGS(column_name(book, TABLE_CHANGES, CHANGE_COLUMN_AMOUNT)),
                    TEXT_ARGS(column_name(book, TABLE_CHANGES, CHANGE_COLUMN_KIND)),
                    TEXT_ARGS(formula_words(carried, arena)),
                    TEXT_ARGS(column_name(book, TABLE_CHANGES, CHANGE_COLUMN_FROM)),
                    TEXT_ARGS(this_year(book)));
}

static struct row frame_row(const struct frame_context *context, size_t index,
                            struct arena *arena) {
    const struct frame_year *year = &context->book->frame.items[index];
    const int64_t amounts[FRAME_COLUMNS] = {
        [FRAME_OPENING] = year->opening, [FRAME_RECEIVED] = year->received,
        [FRAME_SPENT] = year->spent,     [FRAME_RETURNED] = year->returned,
        [FRAME_CLOSING] = year->closing, [FRAME_CARRIED] = year->carried,
    };
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, FRAME_COLUMNS, &cells, arena);
    cells[FRAME_YEAR] = cell_number(STYLE_OPEN_RIGHT, year->year);
    for (size_t i = FRAME_OPENING; i < FRAME_COLUMNS; i++)
        cells[i] = cell_formula(context->formulas[i], cell_exact(STYLE_BODY_RIGHT, amounts[i]));
    return row;
}

static struct row frame_total(const struct book *book, struct arena *arena) {
    static const enum frame_column columns[] = {FRAME_RECEIVED, FRAME_SPENT, FRAME_RETURNED};
    struct cell *cells;
    struct row row = row_empty(STYLE_TOTAL, FRAME_COLUMNS, &cells, arena);
    cells[FRAME_YEAR] = cell_text(STYLE_TOTAL, label(book->context->labels, TEXT("ark-sum")));
    int64_t sums[FRAME_COLUMNS] = {0};
    for (size_t i = 0; i < book->frame.count; i++) {
        sums[FRAME_RECEIVED] += book->frame.items[i].received;
        sums[FRAME_SPENT] += book->frame.items[i].spent;
        sums[FRAME_RETURNED] += book->frame.items[i].returned;
    }
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        cells[columns[i]] = sum_of_column(columns[i], sums[columns[i]], arena);
    return row;
}

static struct row make_frame_row(const void *from, size_t index, struct arena *arena) {
    const struct frame_context *context = from;
    const struct book *book = context->book;
    struct cell *cells;
    if (index >= ROW_DATA + book->frame.count)
        return frame_total(book, arena);
    if (index >= ROW_DATA)
        return frame_row(context, index - ROW_DATA, arena);
    struct row row = top_row(book, TABLE_FRAME, index, &cells, arena);
    if (index == ROW_HINT)
        cells[0] =
            cell_text(STYLE_SUBTITLE, label(book->context->labels, TEXT("bok-hint-rammekonto")));
    return row;
}

struct sheet frame_sheet(const struct book *book) {
    struct arena *arena = book->context->arena;
    struct frame_context *context = arena_alloc(arena, sizeof *context);
    struct condition *condition = arena_alloc(arena, sizeof *condition);
    context->book = book;
    write_formulas(context);
    *condition = (struct condition){
        .area = {ROW_DATA, last_data_row(book, TABLE_FRAME), FRAME_CLOSING, FRAME_CLOSING},
        .formula = text_concat(arena, formula_row_cell(ROW_DATA, FRAME_CLOSING, arena), TEXT("<0")),
    };
    struct sheet sheet = table_sheet(book, TABLE_FRAME, true, context->formulas);
    sheet.row = make_frame_row;
    sheet.context = context;
    sheet.conditions = condition;
    sheet.condition_count = 1;
    return sheet;
}
