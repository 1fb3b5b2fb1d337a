// SPDX-License-Identifier: MIT
// Every payment, and what was paid in each period. The table of payments grows when somebody writes
// below it, which it could not on a protected sheet.

#include "view/grant/sheets.h"

// Of more payments, what is wrong in a row is as it was when the workbook was made.
enum { MOST_LIVE_FAULTS = 20000 };

struct payment_context {
    const struct book *book;
    struct text formulas[PAID_COLUMNS];
};

// What is wrong in a row, in words.
static struct text fault_formula(const struct book *book) {
    struct arena *arena = book->context->arena;
    const struct labels *labels = book->context->labels;
    struct text project = in_this_row(book, PAID_PROJECT);
    struct text number = in_this_row(book, PAID_NUMBER);
    struct text amount = in_this_row(book, PAID_AMOUNT);
    struct text date = in_this_row(book, PAID_DATE);
    struct text centre = in_this_row(book, PAID_CENTRE);
    struct text right = look_up_text(book, TABLE_PAYMENTS, TABLE_ALLOCATIONS, ALLOCATION_CENTRE);
    struct text texts[] = {label(labels, TEXT("bok-feil-tall")),
                           label(labels, TEXT("bok-feil-dato")),
                           label(labels, TEXT("bok-feil-prosjekt")), book->other_centre};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        texts[i] = formula_words(texts[i], arena);
    return text_format(arena,
                       "IF(ISTEXT(%.*s),%.*s,IF(ISTEXT(%.*s),%.*s,IF(AND(%.*s=0,OR(%.*s<>\"\","
                       "%.*s<>\"\")),%.*s,IF(AND(%.*s<>\"\",%.*s&\"\"<>%.*s),%.*s,\"\"))))",
                       TEXT_ARGS(amount), TEXT_ARGS(texts[0]), TEXT_ARGS(date), TEXT_ARGS(texts[1]),
                       TEXT_ARGS(number), TEXT_ARGS(project), TEXT_ARGS(amount),
                       TEXT_ARGS(texts[2]), TEXT_ARGS(centre), TEXT_ARGS(centre), TEXT_ARGS(right),
                       TEXT_ARGS(texts[3]));
}

// The number of the allocation by its project number, and its name by the number.
static struct payment_context *make_context(const struct book *book) {
    struct arena *arena = book->context->arena;
    struct payment_context *context = arena_alloc(arena, sizeof *context);
    struct text project = in_this_row(book, PAID_PROJECT);
    struct text projects = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_PROJECT);
    struct text numbers = column_name(book, TABLE_ALLOCATIONS, ALLOCATION_NUMBER);
    context->book = book;
    context->formulas[PAID_NUMBER] = text_format(
        arena, "IF(%.*s=\"\",0,IFERROR(INDEX(%.*s,MATCH(%.*s&\"\",INDEX(%.*s&\"\",0),0)),0))",
        TEXT_ARGS(project), TEXT_ARGS(numbers), TEXT_ARGS(project), TEXT_ARGS(projects));
    context->formulas[PAID_NAME] =
        look_up_text(book, TABLE_PAYMENTS, TABLE_ALLOCATIONS, ALLOCATION_NAME);
    context->formulas[PAID_FAULT] = fault_formula(book);
    return context;
}

// What only some exports have.
static void put_accounts(const struct book *book, const struct payment *payment,
                         struct cell *cells) {
    cells[PAID_ACCOUNT] = cell_text(STYLE_OPEN, payment->account);
    cells[PAID_PERIOD] = cell_text(STYLE_OPEN, payment->period);
    cells[PAID_DOCUMENT_DATE] = payment->document_date.year > 0
                                    ? cell_date(STYLE_OPEN_RIGHT, payment->document_date)
                                    : cell_blank(STYLE_OPEN_RIGHT, CELL_DATE);
    cells[PAID_VAT_CODE] = cell_text(STYLE_OPEN, payment->vat_code);
    size_t group = payment->account.size > 0 ? grant_group_of_account(book->grant, payment->account)
                                             : book->grant->account_groups.count;
    if (group < book->grant->account_groups.count)
        cells[PAID_GROUP] =
            cell_text(STYLE_OPEN, book->grant->account_groups.items[group].name.text);
}

static struct row payment_row(const struct payment_context *context, size_t index,
                              struct arena *arena) {
    const struct book *book = context->book;
    bool given = index < book->payments->count;
    static const struct payment nothing;
    const struct payment *payment = given ? &book->payments->items[index] : &nothing;
    struct text name =
        given ? book->grant->allocations.items[payment->allocation].name.text : TEXT("");
    struct cell *cells;
    struct row row = row_empty(STYLE_OPEN, PAID_COLUMNS, &cells, arena);
    cells[PAID_DATE] = given ? cell_date(STYLE_OPEN_RIGHT, payment->date)
                             : cell_blank(STYLE_OPEN_RIGHT, CELL_DATE);
    cells[PAID_VOUCHER] = cell_text(STYLE_OPEN, payment->voucher);
    cells[PAID_SUPPLIER] = cell_text(STYLE_OPEN, payment->supplier);
    cells[PAID_PROJECT] = cell_text(STYLE_OPEN, payment->project_number);
    cells[PAID_NUMBER] =
        cell_formula(context->formulas[PAID_NUMBER],
                     cell_number(STYLE_BODY_CENTRE, given ? (int64_t)payment->allocation + 1 : 0));
    cells[PAID_NAME] = cell_formula(context->formulas[PAID_NAME], cell_text(STYLE_BODY, name));
    cells[PAID_CENTRE] = cell_text(STYLE_OPEN, payment->cost_centre);
    cells[PAID_AMOUNT] = given ? cell_exact(STYLE_OPEN_RIGHT, payment->ore)
                               : cell_blank(STYLE_OPEN_RIGHT, CELL_EXACT);
    cells[PAID_TEXT] = cell_text(STYLE_OPEN, payment->text);
    cells[PAID_LINE] = given ? cell_number(STYLE_BODY_RIGHT, payment->at[PAYMENT_DATE].line)
                             : cell_empty(STYLE_BODY_RIGHT);
    cells[PAID_FAULT] = cell_text(
        STYLE_BODY, given && grant_is_other_centre(book->grant, payment, arena) ? book->other_centre
                                                                                : TEXT(""));
    if (!given || book->payments->count <= MOST_LIVE_FAULTS)
        cells[PAID_FAULT] = cell_formula(context->formulas[PAID_FAULT], cells[PAID_FAULT]);
    put_accounts(book, payment, cells);
    row.count = shown_columns(book, TABLE_PAYMENTS);
    return row;
}

static struct row make_payment_row(const void *from, size_t index, struct arena *arena) {
    const struct payment_context *context = from;
    const struct book *book = context->book;
    if (index >= ROW_DATA)
        return payment_row(context, index - ROW_DATA, arena);
    struct cell *cells;
    struct row row = top_row(book, TABLE_PAYMENTS, index, &cells, arena);
    if (index == ROW_VALUES) { // above the table, that it can grow
        struct text amounts = column_name(book, TABLE_PAYMENTS, PAID_AMOUNT);
        cells[PAID_CENTRE] = cell_text(STYLE_LABEL, label(book->context->labels, TEXT("ark-sum")));
        cells[PAID_AMOUNT] =
            cell_formula(text_format(arena, "SUBTOTAL(9,%.*s)", TEXT_ARGS(amounts)), // folded too
                         cell_exact(STYLE_BODY_RIGHT, book->payments->total));
    } else if (index == ROW_HINT)
        cells[0] =
            cell_text(STYLE_SUBTITLE, label(book->context->labels, TEXT("bok-hint-utbetalinger")));
    return row;
}

static const char *const *group_words(const struct book *book) {
    size_t count = book->grant->account_groups.count;
    const char **words = arena_alloc(book->context->arena, (count + 1) * sizeof *words);
    for (size_t i = 0; i < count; i++)
        words[i] =
            text_copy(book->context->arena, book->grant->account_groups.items[i].name.text).data;
    return words;
}

// The last only where budgets have groups.
static const struct entry_rule *payment_entries(const struct book *book, uint32_t last) {
    struct entry_rule *made = arena_alloc(book->context->arena, 3 * sizeof *made);
    made[0] = (struct entry_rule){
        .area = {ROW_DATA, last, PAID_PROJECT, PAID_PROJECT},
        .kind = ENTRY_NAMED,
        .name = TEXT(NAME_PROJECTS),
    };
    made[1] = (struct entry_rule){
        .area = {ROW_DATA, last, PAID_DATE, PAID_DATE},
        .kind = ENTRY_DATE,
    };
    made[2] = (struct entry_rule){
        .area = {ROW_DATA, last, PAID_GROUP, PAID_GROUP},
        .kind = ENTRY_WORDS,
        .words = group_words(book),
    };
    return made;
}

static const struct condition *payment_conditions(const struct book *book, uint32_t last) {
    struct arena *arena = book->context->arena;
    struct condition *made = arena_alloc(arena, sizeof *made);
    struct text fault = formula_row_cell(ROW_DATA, PAID_FAULT, arena);
    *made = (struct condition){
        .area = {ROW_DATA, last, PAID_FAULT, PAID_FAULT},
        .formula = text_format(arena, "%.*s<>\"\"", TEXT_ARGS(fault)),
    };
    return made;
}

// So narrow that all columns are on one printed page, where the export has those of accounts.
static const struct column narrow[PAID_COLUMNS] = {
    [PAID_DATE] = {12},  [PAID_VOUCHER] = {13},       [PAID_SUPPLIER] = {20}, [PAID_PROJECT] = {16},
    [PAID_NUMBER] = {5}, [PAID_NAME] = {24},          [PAID_CENTRE] = {12},   [PAID_AMOUNT] = {16},
    [PAID_TEXT] = {23},  [PAID_LINE] = {7},           [PAID_FAULT] = {17},    [PAID_ACCOUNT] = {12},
    [PAID_PERIOD] = {9}, [PAID_DOCUMENT_DATE] = {11}, [PAID_VAT_CODE] = {9},  [PAID_GROUP] = {12},
};

struct sheet payments_sheet(const struct book *book) {
    struct payment_context *context = make_context(book);
    struct sheet sheet = table_sheet(book, TABLE_PAYMENTS, false, context->formulas);
    uint32_t last = last_data_row(book, TABLE_PAYMENTS);
    sheet.row = make_payment_row;
    sheet.context = context;
    sheet.is_protected = false;
    sheet.folded_rows = FREE_PAYMENTS - OPEN_PAYMENTS;
    if (sheet.column_count > PAID_ALWAYS)
        sheet.columns = narrow;
    sheet.entries = payment_entries(book, last);
    sheet.entry_count = book->budget.group_count > 0 ? 3 : 2;
    sheet.conditions = payment_conditions(book, last);
    sheet.condition_count = 1;
    return sheet;
}

// Periods: a column each, between the project and its sum.

static size_t period_columns(const struct book *book) {
    return PERIOD_FIXED + book->periods.count + 1;
}

static struct text period_formula(const struct book *book, size_t period, struct arena *arena) {
    struct text amounts = column_name(book, TABLE_PAYMENTS, PAID_AMOUNT);
    struct text numbers = column_name(book, TABLE_PAYMENTS, PAID_NUMBER);
    struct text dates = column_name(book, TABLE_PAYMENTS, PAID_DATE);
    struct text from = formula_date(book->periods.starts[period], arena);
    struct text to = formula_date(period_end(&book->periods, period), arena);
    struct text number = in_this_row(book, PERIOD_NUMBER);
    return text_format(arena, "ROUND(SUMIFS(%.*s,%.*s,%.*s,%.*s,\">=\"&%.*s,%.*s,\"<\"&%.*s),2)",
                       TEXT_ARGS(amounts), TEXT_ARGS(numbers), TEXT_ARGS(number), TEXT_ARGS(dates),
                       TEXT_ARGS(from), TEXT_ARGS(dates), TEXT_ARGS(to));
}

static struct row period_data(const struct book *book, size_t index, struct arena *arena) {
    size_t periods = book->periods.count;
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, period_columns(book), &cells, arena);
    int64_t sum = 0;
    cells[PERIOD_NUMBER] = cell_number(STYLE_BODY_CENTRE, (int64_t)index + 1);
    cells[PERIOD_NAME] =
        cell_formula(look_up_text(book, TABLE_PERIODS, TABLE_ALLOCATIONS, ALLOCATION_NAME),
                     cell_text(STYLE_BODY, book->grant->allocations.items[index].name.text));
    for (size_t i = 0; i < periods; i++) {
        int64_t ore = book->periods.sums[index * periods + i];
        sum += ore;
        cells[PERIOD_FIRST + i] =
            cell_formula(period_formula(book, i, arena), cell_exact(STYLE_BODY_RIGHT, ore));
    }
    uint32_t at = (uint32_t)(ROW_DATA + index);
    struct text first = formula_row_cell(at, PERIOD_FIRST, arena);
    struct text last = formula_row_cell(at, (uint16_t)(PERIOD_FIRST + periods - 1), arena);
    cells[PERIOD_FIRST + periods] = cell_formula(
        text_format(arena, "ROUND(SUM(%.*s:%.*s),2)", TEXT_ARGS(first), TEXT_ARGS(last)),
        cell_exact(STYLE_BODY_RIGHT, sum));
    return row;
}

static struct row period_total(const struct book *book, struct arena *arena) {
    size_t periods = book->periods.count;
    struct cell *cells;
    struct row row = row_empty(STYLE_TOTAL, period_columns(book), &cells, arena);
    int64_t all = 0;
    cells[PERIOD_NAME] = cell_text(STYLE_TOTAL, label(book->context->labels, TEXT("ark-sum")));
    for (size_t i = 0; i <= periods; i++) {
        int64_t sum = 0;
        for (size_t k = 0; i < periods && k < book->grant->allocations.count; k++)
            sum += book->periods.sums[k * periods + i];
        all += sum;
        cells[PERIOD_FIRST + i] = sum_of_column(PERIOD_FIRST + i, i < periods ? sum : all, arena);
    }
    return row;
}

static struct row make_period_row(const void *context, size_t index, struct arena *arena) {
    const struct book *book = context;
    size_t count = book->grant->allocations.count;
    if (index >= ROW_DATA + count)
        return period_total(book, arena);
    if (index >= ROW_DATA)
        return period_data(book, index - ROW_DATA, arena);
    struct cell *cells;
    if (index == ROW_HEAD)
        return wide_head(TABLE_PERIODS, book->period_titles, PERIOD_FIXED, period_columns(book),
                         arena);
    struct row row = top_row(book, TABLE_PERIODS, index, &cells, arena);
    if (index == ROW_HINT)
        cells[0] =
            cell_text(STYLE_SUBTITLE, label(book->context->labels, TEXT("bok-hint-perioder")));
    return row;
}

struct sheet periods_sheet(const struct book *book) {
    const double period_width = 14;
    struct sheet sheet =
        wide_sheet(book, TABLE_PERIODS, book->period_titles, period_columns(book), period_width);
    sheet.row = make_period_row;
    sheet.frozen_columns = PERIOD_NAME + 1;
    return sheet;
}
