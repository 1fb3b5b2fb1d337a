// SPDX-License-Identifier: MIT

#include "render/xlsx_plugin.h"

#include "base/message.h"

#include <dlfcn.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

// Beside the folder of the running program, wherever it was installed.
static const char *plugin_path(struct arena *arena) {
    char program[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", program, sizeof program);
    if (size <= 0 || (size_t)size == sizeof program)
        return XLSX_PLUGIN_FILE;
    struct text path = {program, (size_t)size};
    while (path.size > 0 && path.data[path.size - 1] != '/')
        path.size--;
    return text_format(arena, "%.*s%s", TEXT_ARGS(path), XLSX_PLUGIN_FILE).data;
}

static xlsx_plugin_function *find_plugin(struct arena *arena, struct text *detail) {
    void *plugin = dlopen(plugin_path(arena), RTLD_LAZY | RTLD_LOCAL);
    void *symbol = plugin == NULL ? NULL : dlsym(plugin, XLSX_PLUGIN_SYMBOL);
    if (symbol == NULL)
        *detail = text_copy(arena, text_from(dlerror()));
    xlsx_plugin_function *function = NULL;
    memcpy(&function, &symbol, sizeof function); // ISO C has no cast from one to the other
    return function;
}

enum xlsx_fault xlsx_write(const char *name, const struct workbook *workbook, struct arena *arena,
                           struct xlsx_problem *problem) {
    *problem = (struct xlsx_problem){.fault = XLSX_MISSING};
    xlsx_plugin_function *write = find_plugin(arena, &problem->detail);
    if (write == NULL)
        return problem->fault;
    return write(XLSX_PLUGIN_SHAPE, name, workbook, arena, problem);
}

static const char *reason(const struct xlsx_problem *problem) {
    return problem->error == 0 ? _("the reason is not known") : strerror(problem->error);
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
    case XLSX_MISSING:
        return text_format(arena,
                           _("cannot write workbooks: the plugin for it does not load: %.*s"),
                           TEXT_ARGS(problem->detail));
    case XLSX_WRITE:
        return text_format(arena, _("could not write the workbook: %s"), reason(problem));
    case XLSX_TEMPORARY:
        return text_format(
            arena,
            _("could not write a temporary file for the workbook: %s; set TMPDIR to a "
              "folder with more room"),
            reason(problem));
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
                             "is not empty, has at most 255 characters, and stands there once"),
                           TEXT_ARGS(problem->sheet), TEXT_ARGS(problem->detail));
    case XLSX_CELL:
        return text_format(arena, _("sheet '%.*s', cell %.*s: a workbook cannot hold this value"),
                           TEXT_ARGS(problem->sheet), TEXT_ARGS(cell));
    }
    return (struct text){"", 0};
}
