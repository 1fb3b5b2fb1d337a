// SPDX-License-Identifier: MIT
// What was applied for, and what came of it.

#include "view/grant/sheets.h"

static struct row application_row(const struct book *book, size_t index, struct arena *arena) {
    const struct application *application = &book->applications.items[index];
    struct text refused = label(book->context->labels, TEXT("søknader-avslått"));
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, APPLICATION_COLUMNS, &cells, arena);
    cells[APPLICATION_NAME] = cell_text(STYLE_BODY, application->name);
    cells[APPLICATION_APPLICANT] = cell_text(STYLE_BODY, application->applicant);
    if (application->applied.at.line > 0)
        cells[APPLICATION_APPLIED] = cell_exact(STYLE_BODY_RIGHT, application->applied.ore);
    cells[APPLICATION_GRANTED] =
        application->allocation == NULL
            ? cell_text(STYLE_BODY_RIGHT, refused)
            : cell_exact(STYLE_BODY_RIGHT, application->allocation->amount.ore);
    if (application->remark != NULL)
        cells[APPLICATION_REMARK] =
            cell_text(STYLE_BODY, prose_plain(application->remark, false, arena));
    return row;
}

static struct row make_row(const void *from, size_t index, struct arena *arena) {
    const struct book *book = from;
    struct cell *cells;
    if (index >= ROW_DATA && index < ROW_DATA + book->applications.count)
        return application_row(book, index - ROW_DATA, arena);
    if (index < ROW_DATA)
        return top_row(book, TABLE_APPLICATIONS, index, &cells, arena);
    struct row row = row_empty(STYLE_TOTAL, APPLICATION_COLUMNS, &cells, arena);
    cells[APPLICATION_NAME] = cell_text(STYLE_TOTAL, label(book->context->labels, TEXT("ark-sum")));
    cells[APPLICATION_APPLIED] = sum_of_column(APPLICATION_APPLIED, book->grant->applied, arena);
    return row;
}

struct sheet applications_sheet(const struct book *book) {
    struct sheet sheet = table_sheet(book, TABLE_APPLICATIONS, true, NULL);
    sheet.row = make_row;
    return sheet;
}
