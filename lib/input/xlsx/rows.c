// SPDX-License-Identifier: MIT

#include "input/xlsx/rows.h"

#include "base/workbook.h"

#include <stdlib.h>
#include <string.h>

enum { LETTERS = 26 };

struct reading {
    const struct xlsx_book *book;
    struct arena *arena;
    bool (*take)(void *context, const struct xlsx_row *row);
    void *context;
    struct xlsx_cell cells[LIMIT_XLSX_COLUMNS];
    size_t count;
    uint32_t row, column; // of what is read; 1-based
    struct xlsx_cell cell;
    bool is_in_cell, is_string_number, keeps_text;
    struct writer text;
    struct arena_savepoint saved; // before the texts of the row
    size_t rows, all_cells;
    bool stops;
    enum xlsx_fault fault;
};

static void stop(struct reading *reading, enum xlsx_fault fault) {
    reading->fault = fault;
    reading->stops = true;
}

// "BC12": the column and the row that it names. False for anything else.
static bool read_reference(const char *reference, uint32_t *row, uint32_t *column) {
    *row = *column = 0;
    for (; *reference >= 'A' && *reference <= 'Z' && *column <= WORKBOOK_COLUMNS; reference++)
        *column = *column * LETTERS + (uint32_t)(*reference - 'A') + 1;
    for (; *reference >= '0' && *reference <= '9' && *row <= WORKBOOK_ROWS; reference++)
        *row = *row * 10 + (uint32_t)(*reference - '0');
    return *reference == '\0' && *row > 0 && *row <= WORKBOOK_ROWS && *column > 0 &&
           *column <= WORKBOOK_COLUMNS;
}

static void start_row(struct reading *reading, const char **attributes) {
    const char *number = xml_attribute(attributes, "r");
    long row = number == NULL ? (long)reading->row + 1 : strtol(number, NULL, 10);
    if (row <= (long)reading->row || row > WORKBOOK_ROWS) {
        stop(reading, XLSX_BROKEN);
        return;
    }
    reading->row = (uint32_t)row;
    reading->column = 0;
    reading->count = 0;
}

static void start_cell(struct reading *reading, const char **attributes) {
    const char *reference = xml_attribute(attributes, "r");
    const char *type = xml_attribute(attributes, "t");
    uint32_t row = reading->row, column = reading->column + 1;
    if (reference != NULL && !read_reference(reference, &row, &column)) {
        stop(reading, XLSX_BROKEN);
        return;
    }
    if (row != reading->row || column <= reading->column) {
        stop(reading, XLSX_BROKEN);
        return;
    }
    if (++reading->all_cells > LIMIT_XLSX_CELLS) {
        stop(reading, XLSX_TOO_LARGE);
        return;
    }
    reading->column = column;
    reading->is_in_cell = true;
    reading->is_string_number = type != NULL && strcmp(type, "s") == 0;
    reading->cell = (struct xlsx_cell){.column = column, .kind = XLSX_NUMBER};
    const char *style = xml_attribute(attributes, "s");
    long index = style == NULL ? 0 : strtol(style, NULL, 10);
    if (index >= 0 && (size_t)index < reading->book->style_count)
        reading->cell.is_day = reading->book->shows_days[index];
    if (type != NULL && strcmp(type, "n") != 0)
        reading->cell.kind = strcmp(type, "b") == 0   ? XLSX_TRUTH
                             : strcmp(type, "e") == 0 ? XLSX_ERROR
                                                      : XLSX_TEXT;
    reading->text.used = 0;
}

static void start(void *context, const char *name, const char **attributes) {
    struct reading *reading = context;
    const char *local = xml_local_name(name);
    reading->keeps_text = false;
    if (reading->stops)
        return;
    if (strcmp(local, "row") == 0)
        start_row(reading, attributes);
    else if (strcmp(local, "c") == 0)
        start_cell(reading, attributes);
    else if (reading->is_in_cell && strcmp(local, "f") == 0)
        reading->cell.is_formula = true;
    else
        reading->keeps_text =
            reading->is_in_cell && (strcmp(local, "v") == 0 || strcmp(local, "t") == 0);
}

static void put(void *context, struct text piece) {
    struct reading *reading = context;
    if (!reading->keeps_text || reading->stops)
        return;
    if (reading->text.used + piece.size > LIMIT_XLSX_CELL_BYTES)
        stop(reading, XLSX_BROKEN);
    else
        writer_put(&reading->text, piece);
}

// The text of a number in the list of texts.
static bool find_string(struct reading *reading, struct text number, struct text *found) {
    int index;
    bool good =
        text_to_number(text_trim(number), &index) && (size_t)index < reading->book->string_count;
    if (good)
        *found = reading->book->strings[index];
    return good;
}

static void end_cell(struct reading *reading) {
    struct xlsx_cell *cell = &reading->cell;
    struct text shown = writer_text(&reading->text);
    reading->is_in_cell = false;
    if (reading->is_string_number && shown.size > 0) {
        if (!find_string(reading, shown, &cell->text)) {
            stop(reading, XLSX_BROKEN);
            return;
        }
    } else {
        cell->text = text_copy(reading->arena, shown);
    }
    bool shows = cell->text.size > 0 || cell->is_formula;
    if (shows && cell->column <= LIMIT_XLSX_COLUMNS)
        reading->cells[reading->count++] = *cell;
}

static void end_row(struct reading *reading) {
    const struct xlsx_row row = {reading->row, reading->cells, reading->count};
    if (row.count > 0 && ++reading->rows > LIMIT_XLSX_ROWS)
        stop(reading, XLSX_TOO_LARGE);
    else if (row.count > 0 && !reading->take(reading->context, &row))
        reading->stops = true;
    arena_release(reading->arena, reading->saved);
    writer_to_memory(&reading->text, reading->arena);
}

static void end(void *context, const char *name) {
    struct reading *reading = context;
    const char *local = xml_local_name(name);
    reading->keeps_text = false;
    if (reading->stops)
        return;
    if (strcmp(local, "c") == 0 && reading->is_in_cell)
        end_cell(reading);
    else if (strcmp(local, "row") == 0)
        end_row(reading);
}

enum xlsx_fault xlsx_read_rows(const struct xlsx_book *book, const struct xlsx_sheet *sheet,
                               bool (*take)(void *context, const struct xlsx_row *row),
                               void *context, struct arena *arena) {
    struct arena scratch;
    if (sheet->part->size > LIMIT_XLSX_PART_BYTES)
        return XLSX_TOO_LARGE;
    arena_init(&scratch, arena->out_of_memory);
    struct reading *reading = arena_alloc(arena, sizeof *reading);
    *reading = (struct reading){
        .book = book, .arena = &scratch, .take = take, .context = context, .fault = XLSX_GOOD};
    const struct xml_events events = {start, end, put, reading, &reading->stops};
    reading->saved = arena_save(&scratch);
    writer_to_memory(&reading->text, &scratch);
    bool whole = xml_read(sheet->part, &events);
    arena_free(&scratch);
    return whole || (reading->stops && reading->fault == XLSX_GOOD) ? XLSX_GOOD
           : reading->fault != XLSX_GOOD                            ? reading->fault
                                                                    : XLSX_BROKEN;
}

const struct xlsx_cell *xlsx_cell_in(const struct xlsx_row *row, uint32_t column) {
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].column == column)
            return &row->cells[i];
    return NULL;
}

bool xlsx_number(struct text text, double *number) {
    enum { MOST_DIGITS = 64 };
    const double most = 1e15;
    char digits[MOST_DIGITS], *end;
    if (text.size == 0 || text.size >= sizeof digits)
        return false;
    memcpy(digits, text.data, text.size);
    digits[text.size] = '\0';
    *number = strtod(digits, &end);
    return *end == '\0' && *number > -most && *number < most;
}

struct text xlsx_cell_name(uint32_t row, uint32_t column, struct arena *arena) {
    char letters[8];
    size_t at = sizeof letters;
    for (; column > 0 && at > 0; column = (column - 1) / LETTERS)
        letters[--at] = (char)('A' + (column - 1) % LETTERS);
    return text_format(arena, "%.*s%u", (int)(sizeof letters - at), letters + at, row);
}
