// SPDX-License-Identifier: MIT

#include "render/xlsx/cellvalue.h"

#include "base/writer.h"

#define ORE_OF_KRONE 100.0
enum { LEAP_BUG_ENDS = 60 };

#define SECONDS_OF_DAY (24 * 60 * 60)
#define DAYS_BEFORE_1970 25569 // since the spreadsheets' day 0

// Days as spreadsheets count them, with the 29 February 1900 that never was.
static double day_number(struct date date) {
    int64_t days = date_to_seconds(date) / SECONDS_OF_DAY + DAYS_BEFORE_1970;
    return (double)(days > LEAP_BUG_ENDS ? days : days - 1);
}

static double number_of(const struct cell *cell, enum cell_kind kind) {
    switch (kind) {
    case CELL_EXACT:
        return (double)cell->number / ORE_OF_KRONE;
    case CELL_SHARE:
        return cell->share;
    case CELL_DATE:
        return day_number(cell->date);
    default:
        return (double)cell->number;
    }
}

struct xlsx_value xlsx_value(const struct cell *cell) {
    struct xlsx_value value = {.is_formula = cell->kind == CELL_FORMULA, .text = {"", 0}};
    enum cell_kind kind = value.is_formula ? cell->result : cell->kind;
    bool empty = kind == CELL_EMPTY || (kind == CELL_DATE && cell->date.year == 0);
    if (kind == CELL_TEXT || empty) {
        value.text = cell->text;
        value.kind = value.is_formula || (kind == CELL_TEXT && cell->text.size > 0)
                         ? XLSX_VALUE_TEXT
                         : XLSX_VALUE_NONE;
    } else {
        value.kind = XLSX_VALUE_NUMBER;
        value.number = number_of(cell, kind);
    }
    return value;
}

enum xlsx_look xlsx_look_of(const struct cell *cell) {
    bool has_result = cell->kind == CELL_FORMULA || cell->kind == CELL_EMPTY;
    switch (has_result ? cell->result : cell->kind) {
    case CELL_EXACT:
        return LOOK_KRONER_AND_ORE;
    case CELL_SHARE:
        return LOOK_SHARE;
    case CELL_DATE:
        return LOOK_DATE;
    default:
        return LOOK_PLAIN;
    }
}

// --- formulas ---

struct text xlsx_formula_in(struct text formula, uint32_t row, struct arena *arena) {
    size_t at = text_find(formula, WORKBOOK_ROW);
    struct writer writer;
    if (at == formula.size)
        return formula;
    writer_to_memory(&writer, arena);
    for (struct text rest = formula; rest.data != NULL;) {
        writer_put(&writer, text_cut(&rest, WORKBOOK_ROW));
        if (rest.data != NULL)
            writer_number(&writer, (int64_t)row + 1);
    }
    return writer_text(&writer);
}

static void put_title(struct writer *writer, const struct sheet_table *table, struct text title) {
    writer_put(writer, table->name);
    writer_put(writer, TEXT("[[#This Row],["));
    for (size_t i = 0; i < title.size; i++) {
        if (title.data[i] == '[' || title.data[i] == ']' || title.data[i] == '#' ||
            title.data[i] == '\'')
            writer_byte(writer, '\'');
        writer_byte(writer, title.data[i]);
    }
    writer_put(writer, TEXT("]]"));
}

// The column whose letters end `before`, after a "$", and where that is.
static size_t column_before(struct text before, size_t *dollar) {
    enum { LETTERS = 'Z' - 'A' + 1 };
    size_t column = 0, power = 1;
    for (*dollar = before.size; *dollar > 0 && before.data[*dollar - 1] != '$'; --*dollar) {
        column += power * (size_t)(before.data[*dollar - 1] - 'A' + 1);
        power *= LETTERS;
    }
    *dollar -= *dollar > 0;
    return column - (column > 0);
}

struct text xlsx_formula_of(struct text formula, const struct sheet_table *table,
                            struct arena *arena) {
    struct writer writer;
    writer_to_memory(&writer, arena);
    for (struct text rest = formula; rest.data != NULL;) {
        size_t dollar = 0;
        struct text before = text_cut(&rest, WORKBOOK_ROW);
        if (rest.data == NULL) {
            writer_put(&writer, before);
            break;
        }
        size_t column = column_before(before, &dollar) - table->area.first_column;
        writer_put(&writer, text_slice(before, 0, dollar));
        put_title(&writer, table, table->columns[column].title);
    }
    return writer_text(&writer);
}
