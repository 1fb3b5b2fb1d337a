// SPDX-License-Identifier: MIT

#include "render/xlsx/problem.h"

#include "base/message.h"
#include "base/system_error.h"

static const char *reason(const struct xlsx_problem *problem) {
    return problem->error == 0 ? _("the reason is not known") : system_error(problem->error);
}

// "C12", as a spreadsheet names its cells.
static struct text cell_name(const struct xlsx_problem *problem, struct arena *arena) {
    char letters[4];
    size_t at = sizeof letters;
    for (size_t rest = problem->column + 1; rest > 0 && at > 0; rest = (rest - 1) / 26)
        letters[--at] = (char)('A' + (rest - 1) % 26);
    return text_format(arena, "%.*s%zu", (int)(sizeof letters - at), letters + at,
                       problem->row + 1);
}

struct text xlsx_explain(const struct xlsx_problem *problem, struct arena *arena) {
    struct text cell = cell_name(problem, arena);
    switch (problem->fault) {
    case XLSX_OK:
        break;
    case XLSX_WRITE:
        return text_format(arena, _("could not write the workbook: %s"), reason(problem));
    case XLSX_TEMPORARY:
        return text_format(arena,
                           _("there can be no temporary file for the workbook: %s; set TMPDIR to a "
                             "folder that can be written to"),
                           reason(problem));
    case XLSX_NOT_WHOLE:
        return text_copy(arena, text_from(_("the workbook did not come out whole; is there too "
                                            "little memory, or is the folder for temporary files "
                                            "full? Set TMPDIR to one with more room")));
    case XLSX_TOO_LARGE:
        return text_format(arena,
                           _("sheet '%.*s' has more rows or columns than a workbook can hold"),
                           TEXT_ARGS(problem->sheet));
    case XLSX_TEXT_TOO_LONG:
        return text_format(
            arena,
            _("sheet '%.*s', cell %.*s: the text is longer than the 32 767 characters "
              "that a cell of a workbook can hold; shorten it"),
            TEXT_ARGS(problem->sheet), TEXT_ARGS(cell));
    case XLSX_SHEET_NAME:
        return text_format(arena, _("a workbook's sheet cannot be named '%.*s'"),
                           TEXT_ARGS(problem->sheet));
    case XLSX_COLUMN_TITLE:
        return text_format(arena,
                           _("sheet '%.*s': a column of its table cannot be named '%.*s'; a title "
                             "is not empty, has at most 255 characters, and is there once"),
                           TEXT_ARGS(problem->sheet), TEXT_ARGS(problem->detail));
    case XLSX_CELL:
        return text_format(arena, _("sheet '%.*s', cell %.*s: a workbook cannot hold this value"),
                           TEXT_ARGS(problem->sheet), TEXT_ARGS(cell));
    }
    return (struct text){"", 0};
}
