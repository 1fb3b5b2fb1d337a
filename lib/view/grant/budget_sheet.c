// SPDX-License-Identifier: MIT
// What each project is to spend in a year, has spent, is committed to, and will have spent.

#include "view/grant/sheets.h"

struct budget_context {
    const struct book *book;
    struct text *titles;
    size_t width;
};

static size_t group_column(size_t group) {
    return BUDGET_GROUPS + 2 * group;
}

// What was paid of the project from a month of the year on, and before another; of a group of
// accounts where it has a name.
static struct text paid_formula(const struct budget_context *context, int from, int to,
                                struct text group) {
    const struct book *book = context->book;
    struct arena *arena = book->context->arena;
    struct text dates = column_name(book, TABLE_PAYMENTS, PAID_DATE);
    struct text year = in_this_row(book, BUDGET_YEAR);
    struct text and_group = TEXT("");
    if (group.size > 0)
        and_group = text_format(arena, ",%.*s,%.*s",
                                TEXT_ARGS(column_name(book, TABLE_PAYMENTS, PAID_GROUP)),
                                TEXT_ARGS(formula_words(group, arena)));
    return text_format(
        arena,
        "ROUND(SUMIFS(%.*s,%.*s,%.*s,%.*s,\">=\"&DATE(%.*s,%d,1),%.*s,\"<\"&DATE(%.*s,%d,1)%.*s),"
        "2)",
        TEXT_ARGS(column_name(book, TABLE_PAYMENTS, PAID_AMOUNT)),
        TEXT_ARGS(column_name(book, TABLE_PAYMENTS, PAID_NUMBER)),
        TEXT_ARGS(in_this_row(book, BUDGET_NUMBER)), TEXT_ARGS(dates), TEXT_ARGS(year), from,
        TEXT_ARGS(dates), TEXT_ARGS(year), to, TEXT_ARGS(and_group));
}

// All that is committed and not due in another year, in the year that is counted on; in others what
// is due.
static struct text committed_formula(const struct budget_context *context) {
    const struct book *book = context->book;
    struct arena *arena = book->context->arena;
    struct text due = in_this_row(book, BUDGET_DUE);
    return text_format(
        arena, "IF(%.*s=%s,ROUND(%.*s-SUMIFS(%.*s,%.*s,%.*s,%.*s,\"<>\"&%s),2),SUM(%.*s))",
        TEXT_ARGS(in_this_row(book, BUDGET_YEAR)), NAME_BUDGET_YEAR,
        TEXT_ARGS(look_up_number(book, TABLE_BUDGET, TABLE_ALLOCATIONS, ALLOCATION_COMMITTED)),
        TEXT_ARGS(column_name(book, TABLE_BUDGET, BUDGET_DUE)),
        TEXT_ARGS(column_name(book, TABLE_BUDGET, BUDGET_NUMBER)),
        TEXT_ARGS(in_this_row(book, BUDGET_NUMBER)),
        TEXT_ARGS(column_name(book, TABLE_BUDGET, BUDGET_YEAR)), NAME_BUDGET_YEAR, TEXT_ARGS(due));
}

static void put_groups(const struct budget_context *context, const struct budget_line *line,
                       struct cell *cells) {
    const struct book *book = context->book;
    struct arena *arena = book->context->arena;
    const size_t count = book->budget.group_count;
    struct text *parts = arena_alloc(arena, (count + 1) * sizeof *parts);
    if (count == 0)
        return;
    cells[BUDGET_WITHOUT] = cell_exact(STYLE_OPEN_RIGHT, line->without);
    parts[count] = in_this_row(book, BUDGET_WITHOUT);
    for (size_t i = 0; i < count; i++) {
        size_t at = group_column(i);
        parts[i] = in_this_row(book, at);
        cells[at] = cell_exact(STYLE_OPEN_RIGHT, line->groups[i]);
        cells[at + 1] = cell_formula(
            paid_formula(context, 1, 13, book->grant->account_groups.items[i].name.text),
            cell_exact(STYLE_BODY_RIGHT, line->group_paid[i]));
    }
    cells[BUDGET_AMOUNT] =
        cell_formula(text_format(arena, "ROUND(SUM(%.*s),2)",
                                 TEXT_ARGS(text_join(arena, parts, count + 1, TEXT(",")))),
                     cell_exact(STYLE_BODY_RIGHT, line->budget));
}

static struct row data_row(const struct budget_context *context, size_t index,
                           struct arena *arena) {
    const struct book *book = context->book;
    const struct budget_line *line = &book->budget.items[index];
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, context->width, &cells, arena);
    cells[BUDGET_NUMBER] = cell_number(STYLE_BODY_CENTRE, (int64_t)line->allocation + 1);
    cells[BUDGET_PROJECT] = cell_formula(
        look_up_text(book, TABLE_BUDGET, TABLE_ALLOCATIONS, ALLOCATION_NAME),
        cell_text(STYLE_BODY, book->grant->allocations.items[line->allocation].name.text));
    cells[BUDGET_YEAR] = cell_number(STYLE_OPEN_RIGHT, line->year);
    cells[BUDGET_AMOUNT] = cell_exact(STYLE_OPEN_RIGHT, line->budget);
    for (int i = 0; i < TERTIALS; i++)
        cells[BUDGET_TERTIALS + i] =
            cell_formula(paid_formula(context, 4 * i + 1, 4 * i + 5, TEXT("")),
                         cell_exact(STYLE_BODY_RIGHT, line->tertials[i]));
    cells[BUDGET_DUE] = cell_exact(STYLE_OPEN_RIGHT, line->due);
    const struct {
        enum budget_column column;
        struct text formula;
        int64_t ore;
    } computed[] = {
        {BUDGET_PAID, paid_formula(context, 1, 13, TEXT("")), line->paid},
        {BUDGET_COMMITTED, committed_formula(context), line->committed},
        {BUDGET_FORECAST,
         text_format(arena, "ROUND(%.*s+%.*s,2)", TEXT_ARGS(in_this_row(book, BUDGET_PAID)),
                     TEXT_ARGS(in_this_row(book, BUDGET_COMMITTED))),
         line->forecast},
        {BUDGET_LEFT,
         text_format(arena, "ROUND(SUM(%.*s)-%.*s,2)", TEXT_ARGS(in_this_row(book, BUDGET_AMOUNT)),
                     TEXT_ARGS(in_this_row(book, BUDGET_FORECAST))),
         line->left},
    };
    for (size_t i = 0; i < sizeof computed / sizeof *computed; i++)
        cells[computed[i].column] =
            cell_formula(computed[i].formula, cell_exact(STYLE_BODY_RIGHT, computed[i].ore));
    put_groups(context, line, cells);
    return row;
}

static int64_t amount_in(const struct budget_line *line, size_t column) {
    const int64_t fixed[] = {
        [BUDGET_AMOUNT] = line->budget,
        [BUDGET_TERTIALS] = line->tertials[0],
        [BUDGET_TERTIALS + 1] = line->tertials[1],
        [BUDGET_TERTIALS + 2] = line->tertials[2],
        [BUDGET_PAID] = line->paid,
        [BUDGET_DUE] = line->due,
        [BUDGET_COMMITTED] = line->committed,
        [BUDGET_FORECAST] = line->forecast,
        [BUDGET_LEFT] = line->left,
        [BUDGET_WITHOUT] = line->without,
    };
    if (column < BUDGET_GROUPS)
        return fixed[column];
    size_t group = (column - BUDGET_GROUPS) / 2;
    return (column - BUDGET_GROUPS) % 2 == 0 ? line->groups[group] : line->group_paid[group];
}

static struct row total_row(const struct budget_context *context, struct arena *arena) {
    const struct book *book = context->book;
    struct cell *cells;
    struct row row = row_empty(STYLE_TOTAL, context->width, &cells, arena);
    cells[BUDGET_PROJECT] = cell_text(STYLE_TOTAL, label(book->context->labels, TEXT("ark-sum")));
    for (size_t column = BUDGET_AMOUNT; column < context->width; column++) {
        int64_t sum = 0;
        for (size_t i = 0; i < book->budget.count; i++)
            sum += amount_in(&book->budget.items[i], column);
        cells[column] = sum_of_column(column, sum, arena);
    }
    return row;
}

static struct row make_row(const void *from, size_t index, struct arena *arena) {
    const struct budget_context *context = from;
    const struct book *book = context->book;
    const struct labels *labels = book->context->labels;
    struct cell *cells;
    if (index >= ROW_DATA + book->budget.count)
        return total_row(context, arena);
    if (index >= ROW_DATA)
        return data_row(context, index - ROW_DATA, arena);
    if (index == ROW_HEAD)
        return wide_head(TABLE_BUDGET, context->titles, BUDGET_FIXED, context->width, arena);
    struct row row = top_row(book, TABLE_BUDGET, index, &cells, arena);
    if (index == ROW_LABELS)
        cells[BUDGET_PROJECT] = cell_text(STYLE_LABEL, label(labels, TEXT("bok-budsjettår")));
    else if (index == ROW_VALUES)
        cells[BUDGET_PROJECT] = cell_number(STYLE_OPEN_RIGHT, book->budget.year);
    else if (index == ROW_HINT)
        cells[0] = cell_text(STYLE_SUBTITLE, label(labels, TEXT("bok-hint-budsjett")));
    return row;
}

// Red where more is spent than the budget has.
static const struct condition *conditions(const struct book *book) {
    struct arena *arena = book->context->arena;
    struct condition *made = arena_alloc(arena, sizeof *made);
    *made = (struct condition){
        .area = {ROW_DATA, last_data_row(book, TABLE_BUDGET), BUDGET_LEFT, BUDGET_LEFT},
        .formula = text_concat(arena, formula_row_cell(ROW_DATA, BUDGET_LEFT, arena), TEXT("<0")),
    };
    return made;
}

static void find_titles(struct budget_context *context) {
    const struct book *book = context->book;
    const struct labels *labels = book->context->labels;
    struct arena *arena = book->context->arena;
    static const char *const words[] = {"bok-budsjett", "bok-regnskap"};
    context->titles = arena_alloc(arena, context->width * sizeof *context->titles);
    for (size_t i = 0; i < context->width; i++)
        context->titles[i] =
            i < BUDGET_GROUPS
                ? book->titles[TABLE_BUDGET][i]
                : text_format(
                      arena, "%.*s %.*s",
                      TEXT_ARGS(label(labels, text_from(words[(i - BUDGET_GROUPS) % 2]))),
                      TEXT_ARGS(
                          book->grant->account_groups.items[(i - BUDGET_GROUPS) / 2].name.text));
}

struct sheet budget_sheet(const struct book *book) {
    const double group_width = 16;
    struct arena *arena = book->context->arena;
    struct budget_context *context = arena_alloc(arena, sizeof *context);
    size_t groups = book->budget.group_count;
    context->book = book;
    context->width = groups == 0 ? (size_t)BUDGET_WITHOUT : group_column(groups);
    find_titles(context);
    struct sheet sheet =
        wide_sheet(book, TABLE_BUDGET, context->titles, context->width, group_width);
    sheet.row = make_row;
    sheet.context = context;
    sheet.frozen_columns = BUDGET_YEAR + 1;
    sheet.conditions = conditions(book);
    sheet.condition_count = 1;
    return sheet;
}
