// SPDX-License-Identifier: MIT

#include "check/writing/cells.h"

#include "base/message.h"
#include "base/workbook.h"
#include "base/workbook_lines.h"

// What a cell is filled with.
struct filling {
    size_t units; // of UTF-16
    size_t lines; // in the widest column
};

static void fill(struct filling *filling, struct text text) {
    filling->units += text_utf16_units(text);
    filling->lines += workbook_lines(text, WORKBOOK_WIDEST - WORKBOOK_INDENT, WORKBOOK_TYPE, false);
}

static void report_filling(const struct repository *repository, struct text file,
                           struct position at, const struct filling *filling) {
    if (filling->units > WORKBOOK_TEXT)
        report(repository->diagnostics, RULE_TEXT_TOO_LONG, file, at,
               _("in a workbook the text takes one cell, with %zu characters; there is room for "
                 "32 767; make it shorter"),
               filling->units);
    else if (filling->lines > WORKBOOK_LINES)
        report(repository->diagnostics, RULE_LONG_CELL, file, at,
               _("in a workbook the text takes one cell, with %zu lines; a row shows %d of them, "
                 "on the screen and on paper; make it shorter"),
               filling->lines, WORKBOOK_LINES);
}

// Less than that cannot fill a row, whatever is in it.
static bool may_fill_row(struct text text) {
    enum { LINE = 60, MOST_LINES = 20 }; // of the narrowest characters, and of the widest
    size_t breaks = 0;
    for (size_t i = 0; i < text.size; i++)
        breaks += text.data[i] == '\n';
    return breaks + text.size / LINE >= MOST_LINES;
}

void check_cell(const struct repository *repository, struct text file, struct position at,
                struct text text) {
    struct filling filling = {0, 0};
    if (!may_fill_row(text))
        return;
    fill(&filling, text);
    report_filling(repository, file, at, &filling);
}

// Words and labels that the workbook puts between the texts of a cell, at most.
enum { BETWEEN = 40 };

// Of a text put together of parts nothing is known.
static bool may_fill(const struct prose *prose) {
    return (prose->first != NULL && prose->source.size == 0) || may_fill_row(prose->source);
}

void check_cell_of_prose(const struct repository *repository, struct text file,
                         const struct prose *const prose[], size_t count) {
    const struct prose *first = NULL;
    struct filling filling = {0, 0};
    bool may = false;
    for (size_t i = 0; i < count; i++) {
        first = first == NULL && !prose_is_empty(prose[i]) ? prose[i] : first;
        may = may || may_fill(prose[i]);
    }
    if (first == NULL || !may)
        return;
    struct arena_savepoint saved = arena_save(repository->arena);
    for (size_t i = 0; i < count; i++)
        if (!prose_is_empty(prose[i])) {
            fill(&filling, prose_plain(prose[i], false, repository->arena));
            filling.units += prose[i] == first ? 0 : BETWEEN;
        }
    arena_release(repository->arena, saved);
    report_filling(repository, file, first->at, &filling);
}
