// SPDX-License-Identifier: MIT

#include "input/markdown/cells.h"

#include "base/writer.h"

static const struct text mark = {"# ", 2}; // each cell is a heading

// What is outside of tables, an empty line for each of these.
static void put_rest(struct writer *writer, const struct markdown_lines *lines) {
    for (size_t i = 0; i < lines->count; i++) {
        bool goes_on = i > 0 && lines->items[i].in_table && lines->items[i - 1].in_table;
        if (!lines->items[i].in_table)
            writer_put(writer, lines->items[i].text);
        if (!goes_on)
            writer_byte(writer, '\n');
    }
}

struct text markdown_cells_text(const struct markdown_tables *tables, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (size_t i = 0; i < tables->cell_count; i++) {
        writer_put(&writer, mark);
        writer_put(&writer, tables->cells[i].text);
        writer_put(&writer, TEXT(" #\n"));
    }
    struct text rest = tables->lines->source;
    bool definitions = false;
    while (!definitions && text_find(rest, ']') < rest.size) {
        rest = text_slice(rest, text_find(rest, ']') + 1, rest.size);
        definitions = rest.size > 0 && rest.data[0] == ':';
    }
    if (definitions)
        put_rest(&writer, tables->lines);
    return writer_text(&writer);
}

void markdown_cells_place(struct markdown_lines *lines, const struct markdown_tables *tables) {
    for (size_t i = 0; i < tables->cell_count; i++) {
        const struct markdown_cell *cell = &tables->cells[i];
        struct markdown_line *line = &lines->items[i];
        line->line = cell->at.line;
        line->column = (int64_t)cell->at.column - (int64_t)mark.size;
        line->is_cell = true;
        line->backslash = cell->backslash > 0 ? mark.size + cell->backslash : 0;
    }
}
