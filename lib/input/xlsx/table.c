// SPDX-License-Identifier: MIT

#include "input/xlsx/table.h"

#include "input/xlsx/days.h"

struct converting {
    const struct xlsx_book *book;
    struct arena *arena;
    struct writer writer;
    char decimal_mark;
    uint32_t line;
    size_t rows;
};

static bool count_row(void *context, const struct xlsx_row *row) {
    struct converting *converting = context;
    converting->rows += row->count > 1;
    return true;
}

// In quotes, on one line.
static void put_text(struct writer *writer, struct text text) {
    writer_byte(writer, '"');
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        if (byte == '"')
            writer_byte(writer, '"');
        writer_byte(writer, byte == '\n' || byte == '\r' ? ' ' : byte);
    }
    writer_byte(writer, '"');
}

static void put_number(struct converting *converting, const struct xlsx_cell *cell) {
    struct writer *writer = &converting->writer;
    double number;
    struct date date;
    if (!xlsx_number(cell->text, &number)) {
        put_text(writer, cell->text);
    } else if (cell->is_day && xlsx_day(number, converting->book->from_1904, &date)) {
        writer_put(writer, date_iso(converting->arena, date));
    } else if (number == (double)(int64_t)number) {
        writer_number(writer, (int64_t)number);
    } else {
        struct text written = text_format(converting->arena, "%.2f", number);
        size_t point = text_find(written, '.');
        writer_put(writer, text_slice(written, 0, point));
        writer_byte(writer, converting->decimal_mark);
        writer_put(writer, text_slice(written, point + 1, written.size));
    }
}

static bool put_row(void *context, const struct xlsx_row *row) {
    struct converting *converting = context;
    struct writer *writer = &converting->writer;
    struct arena_savepoint saved = arena_save(converting->arena);
    for (; converting->line < row->number; converting->line++)
        writer_byte(writer, '\n');
    uint32_t column = 1;
    for (size_t i = 0; i < row->count; i++) {
        for (; column < row->cells[i].column; column++)
            writer_byte(writer, ';');
        if (row->cells[i].kind == XLSX_NUMBER)
            put_number(converting, &row->cells[i]);
        else
            put_text(writer, row->cells[i].text);
    }
    arena_release(converting->arena, saved);
    return true;
}

static enum xlsx_fault find_longest(const struct xlsx_book *book, struct arena *arena,
                                    const struct xlsx_sheet **longest) {
    size_t most = 0;
    for (size_t i = 0; i < book->sheet_count; i++) {
        struct converting converting = {.rows = 0};
        enum xlsx_fault fault =
            xlsx_read_rows(book, &book->sheets[i], count_row, &converting, arena);
        if (fault != XLSX_GOOD)
            return fault;
        if (converting.rows > most)
            *longest = &book->sheets[i];
        most = converting.rows > most ? converting.rows : most;
    }
    return XLSX_GOOD;
}

enum xlsx_fault xlsx_as_table(struct text bytes, char decimal_mark, struct text *table,
                              struct arena *arena) {
    struct arena scratch;
    struct xlsx_book book;
    const struct xlsx_sheet *longest = NULL;
    arena_init(&scratch, arena->out_of_memory);
    struct converting converting = {
        .book = &book, .arena = &scratch, .decimal_mark = decimal_mark, .line = 1};
    writer_to_memory(&converting.writer, arena);
    enum xlsx_fault fault = xlsx_open(bytes, &book, arena);
    if (fault == XLSX_GOOD)
        fault = find_longest(&book, arena, &longest);
    if (fault == XLSX_GOOD && longest != NULL)
        fault = xlsx_read_rows(&book, longest, put_row, &converting, arena);
    writer_byte(&converting.writer, '\n');
    *table = writer_text(&converting.writer);
    arena_free(&scratch);
    return fault;
}
