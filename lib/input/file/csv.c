// SPDX-License-Identifier: MIT

#include "input/file/csv.h"

#include "base/message.h"

// "sep=;" in a line of its own before the table tells Excel the separator.
static bool has_separator_line(struct text text) {
    static const struct text begin = TEXT_OF("sep=");
    return text_starts_with(text, begin) && text.size > begin.size + 1 &&
           (text.data[begin.size + 1] == '\n' || text.data[begin.size + 1] == '\r');
}

static bool at_line_end(const struct csv *csv) {
    return csv->at == csv->text.size || csv->text.data[csv->at] == '\n' ||
           csv->text.data[csv->at] == '\r';
}

// Over CR, LF or both.
static void pass_line_end(struct csv *csv) {
    if (csv->at == csv->text.size)
        return;
    bool both = csv->text.data[csv->at] == '\r' && csv->at + 1 < csv->text.size &&
                csv->text.data[csv->at + 1] == '\n';
    csv->at += both ? 2 : 1;
    csv->line++;
    csv->column = 1;
}

// Moves to `to`, past text that may contain line breaks.
static void pass_text(struct csv *csv, size_t to) {
    while (csv->at < to) {
        if (at_line_end(csv)) {
            pass_line_end(csv);
            continue;
        }
        csv->column += ((unsigned char)csv->text.data[csv->at] & 0xC0) != 0x80;
        csv->at++;
    }
}

static size_t find_end(const struct csv *csv, size_t at) {
    while (at < csv->text.size && csv->text.data[at] != csv->separator &&
           csv->text.data[at] != '\n' && csv->text.data[at] != '\r')
        at++;
    return at;
}

static size_t find_line_end(const struct csv *csv, size_t at) {
    while (at < csv->text.size && csv->text.data[at] != '\n' && csv->text.data[at] != '\r')
        at++;
    return at;
}

void csv_init(struct csv *csv, struct text text, struct text file, char separator,
              struct diagnostics *diagnostics, struct arena *arena) {
    *csv = (struct csv){.text = text,
                        .file = file,
                        .separator = separator,
                        .diagnostics = diagnostics,
                        .arena = arena,
                        .line = 1,
                        .column = 1};
    if (has_separator_line(text)) {
        csv->at = find_line_end(csv, 0);
        pass_line_end(csv);
    }
}

static void report_syntax(struct csv *csv, struct csv_row *row, struct position at,
                          const char *message) {
    row->broken = true;
    report(csv->diagnostics, RULE_CSV_SYNTAX, csv->file, at, "%s", message);
}

static struct text without_doubled(const struct csv *csv, struct text quoted) {
    char *out = arena_alloc_unset(csv->arena, quoted.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < quoted.size; i++) {
        out[size++] = quoted.data[i];
        i += quoted.data[i] == '"';
    }
    return (struct text){out, size};
}

// Starts at the opening quote. If no quote closes the cell, the rest of the text has none: so the
// search costs one walk at most for the whole file.
static struct text read_quoted(struct csv *csv, struct csv_row *row) {
    struct position opened = {csv->line, csv->column};
    const char *data = csv->text.data;
    size_t from = csv->at + 1, to = from;
    bool doubled = false;
    for (;; to += 2) {
        to += text_find(text_slice(csv->text, to, csv->text.size), '"');
        if (to + 1 >= csv->text.size || data[to + 1] != '"')
            break;
        doubled = true;
    }
    if (to >= csv->text.size) {
        report_syntax(csv, row, opened,
                      _("this quote is never closed; write it twice within a "
                        "text, and once more at the end of it"));
        pass_text(csv, find_line_end(csv, from));
        return TEXT("");
    }
    struct text inner = text_slice(csv->text, from, to);
    pass_text(csv, to + 1);
    if (!at_line_end(csv) && data[csv->at] != csv->separator) {
        report_syntax(
            csv, row, (struct position){csv->line, csv->column},
            _("there is text after the closing quote; a quote within a text is written twice"));
        pass_text(csv, find_line_end(csv, csv->at));
    }
    return doubled ? without_doubled(csv, inner) : inner;
}

static void read_cell(struct csv *csv, struct csv_row *row) {
    struct csv_cell cell = {.at = {csv->line, csv->column}};
    if (csv->at < csv->text.size && csv->text.data[csv->at] == '"') {
        cell.text = read_quoted(csv, row);
    } else {
        size_t end = find_end(csv, csv->at);
        cell.text = text_slice(csv->text, csv->at, end);
        pass_text(csv, end);
    }
    cell.text = text_trim(cell.text);
    if (row->count < LIMIT_CSV_COLUMNS)
        row->cells[row->count++] = cell;
    else if (!row->broken)
        report_syntax(csv, row, cell.at, _("the table has too many columns"));
}

bool csv_next(struct csv *csv, struct csv_row *row) {
    while (csv->at < csv->text.size) {
        row->count = 0;
        row->broken = false;
        read_cell(csv, row);
        while (!at_line_end(csv)) {
            pass_text(csv, csv->at + 1); // the separator
            read_cell(csv, row);
        }
        pass_line_end(csv);
        for (size_t i = 0; i < row->count; i++)
            if (row->broken || row->cells[i].text.size > 0)
                return true;
    }
    return false;
}
