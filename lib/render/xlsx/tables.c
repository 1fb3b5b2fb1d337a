// SPDX-License-Identifier: MIT

#include "render/xlsx/tables.h"

#include "render/xlsx/check.h"
#include "render/xlsx/cellvalue.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_HINT = 255,
    INK = 0x16211F,
    BAR = 0x1F6F63,
    PAPER = 0xFFFFFF,
    LIGHT = 0xDCE9E6,
    LINE = 0xCFD8D5
};

static char *copied(const struct xlsx_page *page, struct text text) {
    return (char *)(uintptr_t)text_copy(page->arena, text).data; // only read
}

char *xlsx_formula(const struct xlsx_page *page, struct text formula) {
    return (char *)(uintptr_t)text_concat(page->arena, TEXT("="), formula).data; // only read
}

// A copy that the library frees with the rest of the workbook; NULL, and told, where there is no
// memory for it. The types of what takes it differ between versions of the library.
static char *given(struct xlsx_page *page, const char *words) {
    char *copy = strdup(words);
    if (copy == NULL)
        xlsx_done(page, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return copy;
}

// Set in the table afterwards: given a formula earlier, the library would write it into each row,
// without a value, where the rows' own cells then replace it.
static bool set_formulas(struct xlsx_page *page, const struct sheet_table *table) {
    lxw_table_obj *made = STAILQ_FIRST(page->worksheet->table_objs);
    for (lxw_table_obj *next = made; next != NULL; next = STAILQ_NEXT(next, list_pointers))
        made = next;
    for (size_t i = 0; made != NULL && i < made->num_cols; i++) {
        if (table->columns[i].formula.size == 0)
            continue;
        struct text formula = xlsx_formula_of(table->columns[i].formula, table, page->arena);
        made->columns[i]->formula = given(page, copied(page, formula));
        if (made->columns[i]->formula == NULL)
            return false;
    }
    return true;
}

// The content of the row of totals is recorded in the table too: Excel calls the file damaged where
// the row has something that the table lacks.
static bool tell_total(struct xlsx_page *page, lxw_table_column *column, const struct cell *cell) {
    static const struct text sum = TEXT_OF("SUBTOTAL(109,");
    if (cell->kind == CELL_FORMULA && text_starts_with(cell->formula, sum))
        column->total_function = LXW_TABLE_FUNCTION_SUM;
    if (cell->kind != CELL_TEXT || cell->text.size == 0)
        return true;
    column->total_string = given(page, xlsx_cell_text(cell->text, page->arena));
    return column->total_string != NULL;
}

bool xlsx_tell_totals(struct xlsx_page *page, const struct row *row) {
    const struct sheet *sheet = page->sheet;
    const lxw_table_obj *made = STAILQ_FIRST(page->worksheet->table_objs);
    for (size_t i = 0; i < sheet->table_count && made != NULL; i++) {
        const struct sheet_table *table = &sheet->tables[i];
        size_t first = table->area.first_column;
        bool is_total = table->total && table->area.last_row == page->row;
        for (size_t k = 0; is_total && k < made->num_cols && first + k < row->count; k++)
            if (!tell_total(page, made->columns[k], &row->cells[first + k]))
                return false;
        made = STAILQ_NEXT(made, list_pointers);
    }
    return true;
}

// No green triangles: numbers that are names, as those of projects, are texts; and the formulas of
// the rows name cells where that of their column names titles.
static bool allow_marks(const struct xlsx_page *page, const struct cell_area *area) {
    char range[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_rowcol_to_range(range, area->first_row, area->first_column, area->last_row,
                        area->last_column);
    worksheet_ignore_errors(page->worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
    worksheet_ignore_errors(page->worksheet, LXW_IGNORE_CALCULATED_COLUMN, range);
    return true;
}

static bool set_table(struct xlsx_page *page, const struct sheet_table *table) {
    const struct cell_area *area = &table->area;
    size_t count = (size_t)(area->last_column - area->first_column) + 1;
    lxw_table_column *columns = arena_alloc(page->arena, count * sizeof *columns);
    lxw_table_column **list = arena_alloc(page->arena, (count + 1) * sizeof(lxw_table_column *));
    for (size_t i = 0; i < count; i++) {
        columns[i].header = (char *)(uintptr_t)xlsx_cell_text(table->columns[i].title, page->arena);
        list[i] = &columns[i];
    }
    lxw_table_options options = {
        .name = copied(page, table->name),
        .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
        .style_type_number = 0, // the cells have their own look
        .no_banded_rows = LXW_TRUE,
        .total_row = table->total,
        .columns = list,
    };
    return xlsx_done(page, worksheet_add_table(page->worksheet, area->first_row, area->first_column,
                                               area->last_row, area->last_column, &options)) &&
           set_formulas(page, table) && allow_marks(page, area);
}

// What is hidden is as it was written.
static bool allow_hidden_marks(const struct xlsx_page *page) {
    const struct sheet *sheet = page->sheet;
    const struct cell_area area = {.last_row = (uint32_t)sheet->row_count - 1,
                                   .last_column = (uint16_t)(sheet->column_count - 1)};
    return !sheet->is_hidden || sheet->row_count == 0 || allow_marks(page, &area);
}

bool xlsx_set_tables(struct xlsx_page *page) {
    bool set = allow_hidden_marks(page);
    for (size_t i = 0; i < page->sheet->table_count && set; i++)
        set = set_table(page, &page->sheet->tables[i]);
    return set;
}

static bool set_entry(struct xlsx_page *page, const struct entry_rule *rule) {
    const struct cell_area *area = &rule->area;
    lxw_data_validation validation = {
        .ignore_blank = LXW_VALIDATION_ON,
        .show_input = rule->hint.size > 0 ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF,
        .show_error = LXW_VALIDATION_ON,
        .input_message = text_length(rule->hint) > MOST_HINT ? NULL : copied(page, rule->hint),
    };
    switch (rule->kind) {
    case ENTRY_WORDS:
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        // Of type char ** or const char **, by the version of the library, which only reads it.
        validation.value_list = (void *)(uintptr_t)rule->words;
        break;
    case ENTRY_NAMED:
        validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        validation.value_formula = xlsx_formula(page, rule->name);
        break;
    case ENTRY_DATE:
        validation.validate = LXW_VALIDATION_TYPE_DATE;
        validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        validation.minimum_datetime = (lxw_datetime){.year = FIRST_YEAR, .month = 1, .day = 1};
        validation.maximum_datetime = (lxw_datetime){.year = LAST_YEAR, .month = 12, .day = 31};
        break;
    case ENTRY_AMOUNT:
        validation.validate = LXW_VALIDATION_TYPE_DECIMAL;
        validation.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        break;
    }
    return xlsx_done(page, worksheet_data_validation_range(page->worksheet, area->first_row,
                                                           area->first_column, area->last_row,
                                                           area->last_column, &validation));
}

bool xlsx_set_entries(struct xlsx_page *page) {
    bool set = true;
    for (size_t i = 0; i < page->sheet->entry_count && set; i++)
        set = set_entry(page, &page->sheet->entries[i]);
    return set;
}

// Dark, hatched and light with an edge: distinguishable on a copy without colours.
static void set_look(lxw_chart_series *series, enum bar_look look) {
    lxw_chart_line edge = {.color = INK, .width = 0.75f};
    lxw_chart_fill fill = {.color = look == BAR_DARK ? BAR : LIGHT};
    lxw_chart_pattern hatch = {
        .fg_color = INK, .bg_color = PAPER, .type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL};
    if (look == BAR_HATCHED)
        chart_series_set_pattern(series, &hatch);
    else
        chart_series_set_fill(series, &fill);
    chart_series_set_line(series, &edge);
}

static double shown_number(const struct cell *cell) {
    enum cell_kind kind = cell->kind == CELL_FORMULA ? cell->result : cell->kind;
    return kind == CELL_NUMBER  ? (double)cell->number
           : kind == CELL_EXACT ? (double)cell->number / 100
           : kind == CELL_SHARE ? cell->share
                                : 0;
}

// The library would keep the results of formulas as 0, which is what is drawn where nothing
// calculates.
static bool keep_values(struct xlsx_page *page, lxw_series_range *range, uint16_t column) {
    const struct sheet *sheet = page->sheet;
    const struct sheet_chart *chart = sheet->chart;
    range->ignore_cache = LXW_TRUE;
    for (uint32_t i = chart->first_row; i <= chart->last_row; i++) {
        struct arena_savepoint saved = arena_save(page->arena);
        struct row row = sheet->row(sheet->context, i, page->arena);
        lxw_series_data_point *point = calloc(1, sizeof *point); // the library frees it
        if (point == NULL)
            return xlsx_done(page, LXW_ERROR_MEMORY_MALLOC_FAILED);
        point->number = column < row.count ? shown_number(&row.cells[column]) : 0;
        STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
        range->num_data_points++;
        arena_release(page->arena, saved);
    }
    return true;
}

static bool add_series(struct xlsx_page *page, lxw_chart *chart, const struct chart_series *one) {
    const struct sheet_chart *from = page->sheet->chart;
    char *sheet = copied(page, page->sheet->name);
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    if (series == NULL)
        return xlsx_done(page, LXW_ERROR_MEMORY_MALLOC_FAILED);
    chart_series_set_categories(series, sheet, from->first_row, from->name_column, from->last_row,
                                from->name_column);
    chart_series_set_values(series, sheet, from->first_row, one->column, from->last_row,
                            one->column);
    chart_series_set_name(series, copied(page, one->name));
    set_look(series, one->look);
    return keep_values(page, series->values, one->column);
}

bool xlsx_set_chart(struct xlsx_page *page, lxw_workbook *book) {
    const struct sheet_chart *from = page->sheet->chart;
    if (from == NULL)
        return true;
    lxw_chart *chart = workbook_add_chart(book, LXW_CHART_BAR_STACKED);
    if (chart == NULL)
        return xlsx_done(page, LXW_ERROR_MEMORY_MALLOC_FAILED);
    for (size_t i = 0; i < from->series_count; i++)
        if (!add_series(page, chart, &from->series[i]))
            return false;
    lxw_chart_font font = {.size = 12, .bold = LXW_TRUE};
    chart_title_set_name(chart, copied(page, from->title));
    chart_title_set_name_font(chart, &font);
    // Of bars, the library's x axis is the one with the values.
    lxw_chart_line grid = {.color = LINE, .width = 0.75f};
    chart_axis_set_reverse(chart->y_axis); // the first row above
    chart_axis_set_num_format(chart->x_axis, "[$-414]#,##0");
    chart_axis_major_gridlines_set_line(chart->x_axis, &grid);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_options options = {
        .x_offset = 4,
        .y_offset = 4,
        .x_scale = from->width / 480.0, // the library's own size
        .y_scale = from->height / 288.0,
        .description = copied(page, from->description),
    };
    return xlsx_done(page,
                     worksheet_insert_chart_opt(page->worksheet, from->row, 0, chart, &options));
}

bool xlsx_protect(struct xlsx_page *page) {
    lxw_protection allowed = {
        .format_columns = LXW_TRUE, .format_rows = LXW_TRUE, .autofilter = LXW_TRUE};
    if (page->sheet->is_protected)
        worksheet_protect(page->worksheet, NULL, &allowed);
    return true;
}
