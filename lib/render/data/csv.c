// SPDX-License-Identifier: MIT

#include "render/data/csv.h"

#include <string.h>

enum { ORE_OF_KRONE = 100 };

static void write_text(struct writer *writer, struct text text) {
    bool formula = text.size > 0 && memchr("=+-@\t\r", text.data[0], 6) != NULL;
    bool quotes = formula;
    for (size_t i = 0; i < text.size && !quotes; i++)
        quotes = memchr(",;\"\r\n\t", text.data[i], 6) != NULL;
    if (!quotes) {
        writer_put(writer, text);
        return;
    }
    writer_byte(writer, '"');
    if (formula)
        writer_byte(writer, '\'');
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"')
            writer_byte(writer, '"');
        writer_byte(writer, text.data[i]);
    }
    writer_byte(writer, '"');
}

static void write_amount(struct writer *writer, int64_t ore) {
    uint64_t size = ore < 0 ? (uint64_t)0 - (uint64_t)ore : (uint64_t)ore;
    if (ore < 0)
        writer_byte(writer, '-');
    writer_number(writer, (int64_t)(size / ORE_OF_KRONE));
    if (size % ORE_OF_KRONE == 0)
        return;
    writer_byte(writer, '.');
    writer_byte(writer, (char)('0' + size % ORE_OF_KRONE / 10));
    writer_byte(writer, (char)('0' + size % 10));
}

static void write_value(struct writer *writer, const struct value *value) {
    if (value->kind == VALUE_TEXT)
        write_text(writer, value->text);
    else if (value->kind == VALUE_NUMBER)
        writer_number(writer, value->number);
    else if (value->kind == VALUE_AMOUNT)
        write_amount(writer, value->ore);
}

static void write_row(struct writer *writer, const struct value *row, bool head) {
    for (size_t i = 0; i < row->map.count; i++) {
        if (i > 0)
            writer_byte(writer, ',');
        if (head)
            write_text(writer, row->map.members[i].name);
        else
            write_value(writer, &row->map.members[i].value);
    }
    writer_put(writer, TEXT("\r\n"));
}

void csv_write(struct writer *writer, const struct value *rows, struct arena *arena) {
    struct arena_savepoint saved = arena_save(arena);
    if (rows->kind == VALUE_MAP) {
        write_row(writer, rows, true);
        return;
    }
    for (size_t i = 0; i < rows->list.count; i++) {
        struct value row = value_list_item(rows, i, arena);
        if (i == 0)
            write_row(writer, &row, true);
        write_row(writer, &row, false);
        arena_release(arena, saved);
    }
}
