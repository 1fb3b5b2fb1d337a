// SPDX-License-Identifier: MIT

#include "check/lists/tables.h"

#include "base/ascii.h"
#include "base/message.h"

#include <string.h>

static bool is_dashes(struct text line) {
    for (size_t i = 0; i < line.size; i++)
        if (strchr("|-: \t", line.data[i]) == NULL || line.data[i] == '\0')
            return false;
    return text_find(line, '-') < line.size;
}

// "| a | b |", with or without the bars at the ends, or the dashes below the first.
static bool is_row(const struct scan_line *line) {
    struct text text = line->text;
    if (!line->is_prose || text_find(text, '|') == text.size)
        return false;
    bool bars =
        text.size > 2 && (text.data[0] == '|' || memmem(text.data, text.size, " | ", 3) != NULL);
    return bars || is_dashes(text);
}

static bool is_grid(struct text line) {
    for (size_t i = 0; i < line.size; i++)
        if (strchr("+-=", line.data[i]) == NULL || line.data[i] == '\0')
            return false;
    return line.size > 3 && line.data[0] == '+' && line.data[line.size - 1] == '+';
}

// "------  ------", as other programs draw it below their columns.
static bool is_ruler(struct text line) {
    for (size_t i = 0; i < line.size; i++)
        if (line.data[i] != '-' && line.data[i] != ' ')
            return false;
    return line.size > 2 && line.data[1] == '-' && text_find(line, ' ') < line.size;
}

static size_t spaces_from(struct text text, size_t at, size_t most) {
    size_t count = 0;
    while (count < most && at + count < text.size && text.data[at + count] == ' ')
        count++;
    return count;
}

// Three spaces on end: one of them is each third byte.
static bool has_gap(struct text text) {
    for (size_t at = 2; at < text.size; at += 3)
        if (text.data[at] == ' ' &&
            (spaces_from(text, at - 2, 3) == 3 || spaces_from(text, at - 1, 3) == 3 ||
             spaces_from(text, at, 3) == 3))
            return true;
    return false;
}

// Columns that are set with tabs or many spaces, after the mark of an item.
static bool has_columns(const struct scan_line *line) {
    struct text text = line->text;
    size_t at = 0;
    while (at < text.size && strchr("0123456789.)-*+", text.data[at]) != NULL)
        at++;
    while (at < text.size && ascii_is_blank(text.data[at]))
        at++;
    text = text_slice(text, at, text.size);
    return line->is_prose &&
           (is_ruler(line->text) || text_find(text, '\t') < text.size || has_gap(text));
}

// "Navn;Beløp", as spreadsheets write it: no sentence goes on without a space.
static bool is_semicolon_row(const struct scan_line *line) {
    struct text text = line->text;
    size_t at = text_find(text, ';');
    if (!line->is_prose || at == text.size || text_find(text, '&') < text.size ||
        memmem(text.data, text.size, "://", 3) != NULL)
        return false;
    while (at < text.size) {
        if (at + 1 < text.size && ascii_is_blank(text.data[at + 1]))
            return false;
        at += 1 + text_find(text_slice(text, at + 1, text.size), ';');
    }
    return true;
}

// The first line of columns that are drawn with a ruler has two spaces at least.
static bool is_above_ruler(const struct scan_line *line, const struct scan_line *next) {
    struct text text = line->text;
    return line->is_prose && is_ruler(next->text) && text.size > 0 &&
           memmem(text.data, text.size, "  ", 2) != NULL;
}

// Whether the lines of one kind begin here: the next one is, the one before is not.
typedef bool line_is(const struct scan_line *line);
static bool begin_here(const struct scan_line *before, const struct scan_line *line,
                       const struct scan_line *next, line_is *is) {
    return is(line) && is(next) && !is(before);
}

// --- the table of them ---

// Whether such a table begins with `line`.
typedef bool table_begins(const struct scan_line *before, const struct scan_line *line,
                          const struct scan_line *next);

static bool frames_begin(const struct scan_line *before, const struct scan_line *line,
                         const struct scan_line *next) {
    return is_grid(line->text) && !is_grid(before->text) &&
           !text_starts_with(before->text, TEXT("|")) && text_starts_with(next->text, TEXT("|"));
}

static bool rows_begin(const struct scan_line *before, const struct scan_line *line,
                       const struct scan_line *next) {
    return begin_here(before, line, next, is_row) && !is_dashes(next->text) &&
           !is_grid(before->text);
}

static bool columns_begin(const struct scan_line *before, const struct scan_line *line,
                          const struct scan_line *next) {
    return (begin_here(before, line, next, has_columns) && !is_ruler(line->text)) ||
           is_above_ruler(line, next);
}

static bool semicolons_begin(const struct scan_line *before, const struct scan_line *line,
                             const struct scan_line *next) {
    return begin_here(before, line, next, is_semicolon_row);
}

// The first that fits counts.
static const struct {
    table_begins *begins;
    const char *message;
} tables[] = {
    {frames_begin, N_("a table with frames of '+' is not read; write its rows as '| a | b |', with "
                      "'| --- | --- |' below the first")},
    {rows_begin, N_("this is not a table, and runs on as text; write '| --- | --- |' below its "
                    "first row, with a '---' for each column")},
    {columns_begin, N_("columns made with tabs or spaces run on as text; write the rows as "
                       "'| a | b |', with '| --- | --- |' below the first")},
    {semicolons_begin, N_("rows with ';' between their cells run on as text; write them as "
                          "'| a | b |', with '| --- | --- |' below the first")},
};

void check_table(struct text_scan *scan, const struct scan_line *before,
                 const struct scan_line *line, const struct scan_line *next) {
    size_t i = 0, count = sizeof tables / sizeof *tables;
    while (i < count && !tables[i].begins(before, line, next))
        i++;
    if (i < count)
        scan_report(scan, RULE_NOT_MARKDOWN, line->from, "%s", _(tables[i].message));
}
