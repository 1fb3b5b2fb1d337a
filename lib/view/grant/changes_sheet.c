// SPDX-License-Identifier: MIT
// What was decided of the allocations later, each with its case: the sheet of allocations sums it.

#include "view/grant/sheets.h"

struct change_context {
    const struct book *book;
    struct text kinds[CHANGE_KIND_COUNT];
    const char *words[CHANGE_KIND_COUNT + 1]; // of the list of kinds
    struct text formulas[CHANGE_COLUMNS];
};

// Minus for what is taken away, nothing for what is carried over.
static struct text effect_formula(const struct change_context *context) {
    const struct book *book = context->book;
    struct arena *arena = book->context->arena;
    struct text kind = in_this_row(book, CHANGE_COLUMN_KIND);
    struct text amount = in_this_row(book, CHANGE_COLUMN_AMOUNT);
    struct text words[CHANGE_KIND_COUNT];
    for (size_t i = 0; i < CHANGE_KIND_COUNT; i++)
        words[i] = formula_words(context->kinds[i], arena);
    return text_format(arena,
                       "IF(%.*s=\"\",\"\",IF(%.*s=%.*s,SUM(%.*s),IF(OR(%.*s=%.*s,%.*s=%.*s),"
                       "-SUM(%.*s),0)))",
                       TEXT_ARGS(kind), TEXT_ARGS(kind), TEXT_ARGS(words[CHANGE_ADDED]),
                       TEXT_ARGS(amount), TEXT_ARGS(kind), TEXT_ARGS(words[CHANGE_REDUCED]),
                       TEXT_ARGS(kind), TEXT_ARGS(words[CHANGE_RETURNED]), TEXT_ARGS(amount));
}

static struct change_context *make_context(const struct book *book) {
    struct arena *arena = book->context->arena;
    struct change_context *context = arena_alloc(arena, sizeof *context);
    context->book = book;
    for (size_t i = 0; i < CHANGE_KIND_COUNT; i++) {
        struct text key = text_concat(arena, TEXT("endring-"), text_from(change_kind_names[i]));
        context->kinds[i] = label(book->context->labels, key);
        context->words[i] = text_copy(arena, context->kinds[i]).data;
    }
    context->formulas[CHANGE_COLUMN_NAME] =
        look_up_text(book, TABLE_CHANGES, TABLE_ALLOCATIONS, ALLOCATION_NAME);
    context->formulas[CHANGE_COLUMN_EFFECT] = effect_formula(context);
    return context;
}

// Waits for a change that is to come.
static struct row free_row(const struct change_context *context, struct arena *arena) {
    struct cell *cells;
    struct row row = row_empty(STYLE_OPEN, CHANGE_COLUMNS, &cells, arena);
    cells[CHANGE_COLUMN_DATE] = cell_blank(STYLE_OPEN_RIGHT, CELL_DATE);
    cells[CHANGE_COLUMN_NUMBER] = cell_blank(STYLE_OPEN_RIGHT, CELL_NUMBER);
    cells[CHANGE_COLUMN_NAME] =
        cell_formula(context->formulas[CHANGE_COLUMN_NAME], cell_text(STYLE_BODY, TEXT("")));
    cells[CHANGE_COLUMN_AMOUNT] = cell_blank(STYLE_OPEN_RIGHT, CELL_EXACT);
    cells[CHANGE_COLUMN_EFFECT] = cell_formula(context->formulas[CHANGE_COLUMN_EFFECT],
                                               cell_text(STYLE_BODY_RIGHT, TEXT("")));
    cells[CHANGE_COLUMN_FROM] = cell_blank(STYLE_OPEN_RIGHT, CELL_NUMBER);
    cells[CHANGE_COLUMN_ID] = cell_empty(STYLE_BODY_RIGHT);
    return row;
}

static struct row change_row(const struct change_context *context, size_t index,
                             struct arena *arena) {
    const struct book *book = context->book;
    const struct grant_change *change = &book->grant->changes.items[index];
    struct cell *cells;
    struct row row = row_empty(STYLE_OPEN, CHANGE_COLUMNS, &cells, arena);
    cells[CHANGE_COLUMN_DATE] = cell_date(STYLE_OPEN_RIGHT, change->date.date);
    cells[CHANGE_COLUMN_CASE] =
        cell_text(STYLE_OPEN, case_in_words(book, change->decided_by.text, arena));
    cells[CHANGE_COLUMN_NUMBER] =
        cell_number(STYLE_OPEN_RIGHT, change->of - book->grant->allocations.items + 1);
    cells[CHANGE_COLUMN_NAME] = cell_formula(context->formulas[CHANGE_COLUMN_NAME],
                                             cell_text(STYLE_BODY, change->of->name.text));
    cells[CHANGE_COLUMN_KIND] = cell_text(STYLE_OPEN, context->kinds[change->kind.index]);
    cells[CHANGE_COLUMN_AMOUNT] = cell_exact(STYLE_OPEN_RIGHT, change->amount.ore);
    cells[CHANGE_COLUMN_EFFECT] = cell_formula(context->formulas[CHANGE_COLUMN_EFFECT],
                                               cell_exact(STYLE_BODY_RIGHT, change_effect(change)));
    cells[CHANGE_COLUMN_FROM] = change->from.at.line > 0
                                    ? cell_number(STYLE_OPEN_RIGHT, change->from.value)
                                    : cell_blank(STYLE_OPEN_RIGHT, CELL_NUMBER);
    cells[CHANGE_COLUMN_REMARK] = cell_text(STYLE_OPEN, prose_plain(&change->remark, false, arena));
    cells[CHANGE_COLUMN_ID] = cell_number(STYLE_BODY_RIGHT, (int64_t)index + 1);
    return row;
}

static struct row make_row(const void *from, size_t index, struct arena *arena) {
    const struct change_context *context = from;
    const struct book *book = context->book;
    struct cell *cells;
    if (index >= ROW_DATA && index < ROW_DATA + book->grant->changes.count)
        return change_row(context, index - ROW_DATA, arena);
    if (index >= ROW_DATA && index < ROW_DATA + book->rows[TABLE_CHANGES])
        return free_row(context, arena);
    struct row row = top_row(book, TABLE_CHANGES, index, &cells, arena);
    if (index == ROW_HINT)
        cells[0] =
            cell_text(STYLE_SUBTITLE, label(book->context->labels, TEXT("bok-hint-endringer")));
    if (index >= ROW_DATA) {
        row = row_empty(STYLE_TOTAL, CHANGE_COLUMNS, &cells, arena);
        cells[CHANGE_COLUMN_NAME] =
            cell_text(STYLE_TOTAL, label(book->context->labels, TEXT("ark-sum")));
        cells[CHANGE_COLUMN_EFFECT] =
            sum_of_column(CHANGE_COLUMN_EFFECT, book->grant->changed, arena);
    }
    return row;
}

static const struct entry_rule *entries(const struct change_context *context) {
    uint32_t last = last_data_row(context->book, TABLE_CHANGES);
    struct entry_rule *made = arena_alloc(context->book->context->arena, 3 * sizeof *made);
    made[0] = (struct entry_rule){
        .area = {ROW_DATA, last, CHANGE_COLUMN_DATE, CHANGE_COLUMN_DATE},
        .kind = ENTRY_DATE,
    };
    made[1] = (struct entry_rule){
        .area = {ROW_DATA, last, CHANGE_COLUMN_KIND, CHANGE_COLUMN_KIND},
        .kind = ENTRY_WORDS,
        .words = context->words,
    };
    made[2] = (struct entry_rule){
        .area = {ROW_DATA, last, CHANGE_COLUMN_AMOUNT, CHANGE_COLUMN_AMOUNT},
        .kind = ENTRY_AMOUNT,
    };
    return made;
}

struct sheet changes_sheet(const struct book *book) {
    struct change_context *context = make_context(book);
    struct sheet sheet = table_sheet(book, TABLE_CHANGES, true, context->formulas);
    sheet.row = make_row;
    sheet.context = context;
    sheet.entries = entries(context);
    sheet.entry_count = 3;
    sheet.hidden_columns = 1;
    return sheet;
}
