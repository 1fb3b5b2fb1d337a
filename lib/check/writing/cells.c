// SPDX-License-Identifier: MIT

#include "check/writing/cells.h"

#include "base/message.h"
#include "base/workbook.h"

static void report_units(const struct repository *repository, struct text file, struct position at,
                         size_t units) {
    if (units > WORKBOOK_TEXT)
        report(repository->diagnostics, RULE_TEXT_TOO_LONG, file, at,
               _("in a workbook the text takes one cell, with %zu characters; there is room for "
                 "32 767; make it shorter"),
               units);
}

void check_cell(const struct repository *repository, struct text file, struct position at,
                struct text text) {
    if (text.size > WORKBOOK_TEXT)
        report_units(repository, file, at, text_utf16_units(text));
}

// Words and labels that the workbook puts between the texts of a cell, at most.
enum { BETWEEN = 40 };

// The most that it can be, in bytes: marks of items and indentation make a text longer than its
// Markdown, but never so many times. Of a text put together of parts that is not known.
static size_t at_most(const struct prose *prose) {
    enum { LONGEST_MARKS = 8 };
    if (prose->first == NULL)
        return prose->source.size;
    return prose->source.size == 0 ? SIZE_MAX / 8 : prose->source.size * LONGEST_MARKS;
}

void check_cell_of_prose(const struct repository *repository, struct text file,
                         const struct prose *const prose[], size_t count) {
    const struct prose *first = NULL;
    size_t most = 0, units = 0;
    for (size_t i = 0; i < count; i++) {
        first = first == NULL && !prose_is_empty(prose[i]) ? prose[i] : first;
        most += at_most(prose[i]);
    }
    if (first == NULL || most <= WORKBOOK_TEXT)
        return;
    struct arena_savepoint saved = arena_save(repository->arena);
    for (size_t i = 0; i < count; i++)
        if (!prose_is_empty(prose[i]))
            units += text_utf16_units(prose_plain(prose[i], false, repository->arena)) +
                     (prose[i] == first ? 0 : BETWEEN);
    arena_release(repository->arena, saved);
    report_units(repository, file, first->at, units);
}
