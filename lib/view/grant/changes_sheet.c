// SPDX-License-Identifier: MIT
// What was decided of the allocations later, each with its case: the sheet of allocations sums it.

#include "view/grant/sheets.h"

static struct row change_row(const struct book *book, size_t index, struct arena *arena) {
    const struct grant_change *change = &book->grant->changes.items[index];
    struct text key =
        text_concat(arena, TEXT("endring-"), text_from(change_kind_names[change->kind.index]));
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, CHANGE_COLUMNS, &cells, arena);
    cells[CHANGE_COLUMN_DATE] = cell_date(STYLE_BODY_RIGHT, change->date.date);
    cells[CHANGE_COLUMN_CASE] =
        cell_text(STYLE_BODY, case_in_words(book, change->decided_by.text, arena));
    cells[CHANGE_COLUMN_NUMBER] =
        cell_number(STYLE_BODY_CENTRE, change->of - book->grant->allocations.items + 1);
    cells[CHANGE_COLUMN_NAME] = cell_text(STYLE_BODY, change->of->name.text);
    cells[CHANGE_COLUMN_KIND] = cell_text(STYLE_BODY, label(book->context->labels, key));
    cells[CHANGE_COLUMN_AMOUNT] = cell_exact(STYLE_BODY_RIGHT, change->amount.ore);
    cells[CHANGE_COLUMN_EFFECT] = cell_exact(STYLE_BODY_RIGHT, change_effect(change));
    if (change->from.at.line > 0)
        cells[CHANGE_COLUMN_FROM] = cell_number(STYLE_BODY_CENTRE, change->from.value);
    cells[CHANGE_COLUMN_REMARK] = cell_text(STYLE_BODY, prose_plain(&change->remark, false, arena));
    return row;
}

static struct row make_row(const void *context, size_t index, struct arena *arena) {
    const struct book *book = context;
    struct cell *cells;
    if (index >= ROW_DATA && index < ROW_DATA + book->grant->changes.count)
        return change_row(book, index - ROW_DATA, arena);
    struct row row = top_row(book, TABLE_CHANGES, index, &cells, arena);
    if (index == ROW_HINT)
        cells[0] =
            cell_text(STYLE_SUBTITLE, label(book->context->labels, TEXT("bok-hint-endringer")));
    if (index >= ROW_DATA && book->grant->changes.count > 0) {
        row = row_empty(STYLE_TOTAL, CHANGE_COLUMNS, &cells, arena);
        cells[CHANGE_COLUMN_NAME] =
            cell_text(STYLE_TOTAL, label(book->context->labels, TEXT("ark-sum")));
        cells[CHANGE_COLUMN_EFFECT] =
            sum_of_column(book, TABLE_CHANGES, CHANGE_COLUMN_EFFECT, book->grant->changed, arena);
    }
    return row;
}

struct sheet changes_sheet(const struct book *book) {
    size_t count = book->grant->changes.count;
    struct sheet sheet = table_sheet(book, TABLE_CHANGES, count > 0 ? count : 1, count > 0, NULL);
    sheet.row = make_row;
    return sheet;
}
