// SPDX-License-Identifier: MIT

#include "render/xlsx/formulas.h"

#include "base/writer.h"

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
    size_t column = 0, power = 1;
    for (*dollar = before.size; *dollar > 0 && before.data[*dollar - 1] != '$'; --*dollar) {
        column += power * (size_t)(before.data[*dollar - 1] - 'A' + 1);
        power *= 26;
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
