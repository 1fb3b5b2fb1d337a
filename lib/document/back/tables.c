// SPDX-License-Identifier: MIT

#include "document/back/tables.h"

static struct back_table *table_of(struct back_tables *tables, struct text name) {
    for (size_t i = 0; i < tables->count; i++)
        if (text_equal(tables->items[i].name, name))
            return &tables->items[i];
    if (tables->count == BACK_TABLES)
        return NULL;
    tables->items[tables->count].name = name;
    return &tables->items[tables->count++];
}

void back_tables_know(struct back_tables *tables, const struct known_origin *known) {
    *tables = (struct back_tables){.count = 0};
    for (size_t i = 0; i < known->origin.count; i++) {
        const struct text *parts = known->origin.items[i].parts;
        struct back_table *table = parts[ORIGIN_TABLE].size == 0 || parts[ORIGIN_ID].size > 0
                                       ? NULL
                                       : table_of(tables, parts[ORIGIN_TABLE]);
        if (table == NULL || table->column_count == BACK_COLUMNS)
            continue;
        if (text_is(parts[ORIGIN_KEY], ORIGIN_KEY_SUM)) {
            table->sum_word = parts[ORIGIN_VALUE];
            table->sum_title = parts[ORIGIN_TITLE];
        } else {
            table->columns[table->column_count++] =
                (struct back_column){parts[ORIGIN_KEY], parts[ORIGIN_TITLE], 0};
        }
    }
}

struct finding {
    struct back_tables *tables;
    const struct xlsx_sheet *sheet;
    struct back_table *table; // that is on the sheet; NULL: not found yet
    void (*take)(void *context, const struct back_row *row);
    void *context;
    struct arena *arena;
};

static uint32_t column_with(const struct xlsx_row *row, struct text title) {
    for (size_t i = 0; i < row->count; i++)
        if (text_equal(text_trim(row->cells[i].text), title))
            return row->cells[i].column;
    return 0;
}

// All titles are in this row.
static bool is_head(struct back_table *table, const struct xlsx_row *row) {
    if (table->is_found)
        return false;
    for (size_t i = 0; i < table->column_count; i++) {
        table->columns[i].column = column_with(row, table->columns[i].title);
        if (table->columns[i].column == 0)
            return false;
    }
    table->sum_column = table->sum_word.size > 0 ? column_with(row, table->sum_title) : 0;
    return true;
}

static bool is_sum(const struct back_table *table, const struct xlsx_row *row) {
    const struct xlsx_cell *words =
        table->sum_column == 0 ? NULL : xlsx_cell_in(row, table->sum_column);
    const struct back_row as_row = {table, row};
    return words != NULL && !words->is_formula && text_equal(words->text, table->sum_word) &&
           back_cell(&as_row, TEXT(ORIGIN_KEY_ROW)) == NULL;
}

static bool take_row(void *context, const struct xlsx_row *row) {
    struct finding *finding = context;
    struct back_tables *tables = finding->tables;
    for (size_t i = 0; finding->table == NULL && i < tables->count; i++)
        if (is_head(&tables->items[i], row)) {
            finding->table = &tables->items[i];
            finding->table->is_found = true;
            finding->table->head = row->number;
            finding->table->sheet = finding->sheet->name;
            return true;
        }
    const struct back_row found = {finding->table, row};
    if (finding->table != NULL && !is_sum(finding->table, row))
        finding->take(finding->context, &found);
    return true;
}

enum xlsx_fault back_tables_read(struct back_tables *tables, const struct xlsx_book *book,
                                 void (*take)(void *context, const struct back_row *row),
                                 void *context, struct arena *arena) {
    for (size_t i = 0; i < book->sheet_count; i++) {
        struct finding finding = {tables, &book->sheets[i], NULL, take, context, arena};
        enum xlsx_fault fault = xlsx_read_rows(book, &book->sheets[i], take_row, &finding, arena);
        if (fault != XLSX_GOOD)
            return fault;
    }
    return XLSX_GOOD;
}

const struct xlsx_cell *back_cell(const struct back_row *row, struct text key) {
    uint32_t column = back_column_of(row->table, key);
    return column == 0 ? NULL : xlsx_cell_in(row->row, column);
}

uint32_t back_column_of(const struct back_table *table, struct text key) {
    for (size_t i = 0; i < table->column_count; i++)
        if (text_equal(table->columns[i].key, key))
            return table->columns[i].column;
    return 0;
}
