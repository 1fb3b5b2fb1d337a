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

struct text formula_column(struct text table, struct text title, bool this_row,
                           struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    writer_put(&writer, table);
    writer_put(&writer, this_row ? TEXT("[[#This Row],[") : TEXT("["));
    for (size_t i = 0; i < title.size; i++) {
        if (title.data[i] == '[' || title.data[i] == ']' || title.data[i] == '#' ||
            title.data[i] == '\'')
            writer_byte(&writer, '\'');
        writer_byte(&writer, title.data[i]);
    }
    writer_put(&writer, this_row ? TEXT("]]") : TEXT("]"));
    return writer_text(&writer);
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
