// SPDX-License-Identifier: MIT

#include "view/formula.h"

#include "base/writer.h"

enum { LETTERS = 26 };

// Columns are counted without a zero: Z is followed by AA.
static void write_column(struct writer *writer, uint16_t column) {
    char letters[4];
    size_t first = sizeof letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS)
        letters[--first] = (char)('A' + (rest - 1) % LETTERS);
    writer_put(writer, (struct text){letters + first, sizeof letters - first});
}

static void write_cell(struct writer *writer, uint32_t row, uint16_t column) {
    writer_byte(writer, '$');
    write_column(writer, column);
    writer_byte(writer, '$');
    writer_number(writer, (int64_t)row + 1);
}

static void write_quoted(struct writer *writer, struct text text, char quote) {
    writer_byte(writer, quote);
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == quote)
            writer_byte(writer, quote);
        writer_byte(writer, text.data[i]);
    }
    writer_byte(writer, quote);
}

struct text formula_cell(uint32_t row, uint16_t column, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    write_cell(&writer, row, column);
    return writer_text(&writer);
}

struct text formula_row_cell(uint32_t row, uint16_t column, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    writer_byte(&writer, '$');
    write_column(&writer, column);
    writer_number(&writer, (int64_t)row + 1);
    return writer_text(&writer);
}

struct text formula_place(struct text sheet, uint32_t row, uint16_t column, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    write_quoted(&writer, sheet, '\'');
    writer_byte(&writer, '!');
    write_cell(&writer, row, column);
    return writer_text(&writer);
}

struct text formula_range(struct text sheet, struct cell_area area, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    if (sheet.size > 0) {
        write_quoted(&writer, sheet, '\'');
        writer_byte(&writer, '!');
    }
    write_cell(&writer, area.first_row, area.first_column);
    writer_byte(&writer, ':');
    write_cell(&writer, area.last_row, area.last_column);
    return writer_text(&writer);
}

struct text formula_here(uint16_t column, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    writer_byte(&writer, '$');
    write_column(&writer, column);
    writer_byte(&writer, WORKBOOK_ROW);
    return writer_text(&writer);
}

struct text formula_column(struct text sheet, uint32_t head, size_t rows, uint16_t column,
                           struct arena *arena) {
    const struct cell_area area = {head, (uint32_t)(head + rows + 1), column, column};
    return formula_range(sheet, area, arena);
}

struct text formula_sum_where_number(struct text values, struct text where, struct arena *arena) {
    return text_format(arena, "SUMPRODUCT(--ISNUMBER(%.*s),%.*s)", TEXT_ARGS(where),
                       TEXT_ARGS(values));
}

struct text formula_total(uint32_t head, uint16_t column, struct arena *arena) {
    struct writer letters;
    writer_to_memory(&letters, arena);
    write_column(&letters, column);
    struct text name = writer_text(&letters);
    return text_format(arena, "SUBTOTAL(109,%.*s:INDEX($%.*s:$%.*s,ROW()-1))",
                       TEXT_ARGS(formula_cell(head, column, arena)), TEXT_ARGS(name),
                       TEXT_ARGS(name));
}

struct text formula_date(struct date date, struct arena *arena) {
    return text_format(arena, "DATE(%d,%d,%d)", date.year, date.month, date.day);
}

struct text formula_words(struct text words, struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    write_quoted(&writer, words, '"');
    return writer_text(&writer);
}
