// SPDX-License-Identifier: MIT

#include "render/xlsx/book.h"

#include "render/xlsx/cells.h"
#include "render/xlsx/check.h"
#include "render/xlsx/heights.h"
#include "render/xlsx/regions.h"
#include "render/xlsx/tables.h"

#include <errno.h>
#include <string.h>

enum { PAPER_A3 = 8, PAPER_A4 = 9, FOOTER_MOST = 255 };

// In inches.
#define MARGIN_SIDE 0.5
#define MARGIN_TOP 0.55
#define MARGIN_BOTTOM 0.75

// Inches of A4 in landscape between its margins, and the pixels of a column, 96 to an inch.
#define A4_WIDTH (11.69 - 2 * MARGIN_SIDE)
#define PIXELS_OF(width) (7 * (width) + 5)
#define SMALLEST_TYPE 8.0 // points on paper

#define FOOTER_FONT "&10&\"Calibri,Regular\""

// 9999-12-31T23:59:59Z, the last that the properties of a file can name.
#define LATEST INT64_C(253402300799)

static bool set_columns(struct xlsx_page *page) {
    bool set = true;
    for (size_t i = 0; i < page->sheet->column_count && set; i++) {
        lxw_col_t column = (lxw_col_t)i;
        lxw_row_col_options options = {.hidden = i + page->sheet->hidden_columns >=
                                                 page->sheet->column_count};
        set = xlsx_done(page, worksheet_set_column_opt(page->worksheet, column, column,
                                                       page->columns[i].width, NULL, &options));
    }
    return set;
}

static bool set_footer(struct xlsx_page *page) {
    const struct workbook *workbook = page->workbook;
    struct arena *arena = page->arena;
    struct text left = xlsx_footer_text(page->sheet->footer_left, arena);
    struct text side = xlsx_footer_text(workbook->page_word, arena);
    struct text of = xlsx_footer_text(workbook->of_word, arena);
    struct text footer = text_format(arena, "&L" FOOTER_FONT "%.*s&R" FOOTER_FONT "%.*s &P %.*s &N",
                                     TEXT_ARGS(left), TEXT_ARGS(side), TEXT_ARGS(of));
    if (text_length(footer) > FOOTER_MOST) // then the number of the page alone
        footer = text_format(arena, "&R" FOOTER_FONT "&P");
    return xlsx_done(page, worksheet_set_footer(page->worksheet, footer.data));
}

// Where all of its columns on one page of A4 would make the type too small.
static bool wants_a3(const struct sheet *sheet) {
    double pixels = 0;
    for (size_t i = 0; i < sheet->column_count; i++)
        pixels += PIXELS_OF(sheet->columns[i].width);
    return sheet->landscape && WORKBOOK_TYPE * A4_WIDTH * 96 < SMALLEST_TYPE * pixels;
}

static bool set_print(struct xlsx_page *page) {
    const struct sheet *sheet = page->sheet;
    worksheet_set_paper(page->worksheet, wants_a3(sheet) ? PAPER_A3 : PAPER_A4);
    if (sheet->landscape)
        worksheet_set_landscape(page->worksheet);
    worksheet_fit_to_pages(page->worksheet, sheet->pages_wide > 1 ? sheet->pages_wide : 1, 0);
    if (sheet->pages_wide > 1 && sheet->frozen_columns > 0 &&
        !xlsx_done(page, worksheet_repeat_columns(page->worksheet, 0,
                                                  (lxw_col_t)(sheet->frozen_columns - 1))))
        return false;
    worksheet_set_margins(page->worksheet, MARGIN_SIDE, MARGIN_SIDE, MARGIN_TOP, MARGIN_BOTTOM);
    worksheet_gridlines(page->worksheet, LXW_HIDE_ALL_GRIDLINES);
    uint32_t repeated =
        sheet->repeated_rows < sheet->head_rows ? sheet->repeated_rows : sheet->head_rows;
    return set_footer(page) &&
           (repeated == 0 ||
            xlsx_done(page, worksheet_repeat_rows(page->worksheet, sheet->head_rows - repeated,
                                                  sheet->head_rows - 1)));
}

static bool set_panes(struct xlsx_page *page) {
    const struct sheet *sheet = page->sheet;
    if (sheet->head_rows > 0 || sheet->frozen_columns > 0)
        worksheet_freeze_panes(page->worksheet, sheet->head_rows, sheet->frozen_columns);
    if (sheet->filter_rows == 0 || sheet->head_rows == 0 || sheet->column_count == 0)
        return true;
    return xlsx_done(page, worksheet_autofilter(page->worksheet, sheet->head_rows - 1, 0,
                                                sheet->head_rows - 1 + sheet->filter_rows,
                                                (lxw_col_t)(sheet->column_count - 1)));
}

static bool set_conditions(struct xlsx_page *page) {
    for (size_t i = 0; i < page->sheet->condition_count; i++) {
        const struct condition *condition = &page->sheet->conditions[i];
        const struct cell_area *area = &condition->area;
        lxw_conditional_format options = {
            .type = LXW_CONDITIONAL_TYPE_FORMULA,
            .value_string = xlsx_formula(page, condition->formula),
            .format = xlsx_condition_format(page->formats, condition->look),
        };
        if (!xlsx_done(page, worksheet_conditional_format_range(page->worksheet, area->first_row,
                                                                area->first_column, area->last_row,
                                                                area->last_column, &options)))
            return false;
    }
    return true;
}

// In quotes, in which an apostrophe is doubled.
static struct text quoted(struct text name, struct arena *arena) {
    char *made = arena_alloc(arena, 2 * name.size + 3);
    char *end = made;
    *end++ = '\'';
    for (size_t i = 0; i < name.size; i++) {
        if (name.data[i] == '\'')
            *end++ = '\'';
        *end++ = name.data[i];
    }
    *end++ = '\'';
    *end = '\0';
    return (struct text){made, (size_t)(end - made)};
}

static bool name_region(struct xlsx_page *page, lxw_workbook *book, size_t number,
                        const struct cell_area *area) {
    char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
    char place[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell(first, area->first_row, area->first_column);
    lxw_rowcol_to_cell(last, area->last_row, area->last_column);
    lxw_rowcol_to_cell_abs(place, area->first_row, area->first_column, true, true);
    struct text sheet = quoted(page->sheet->name, page->arena);
    struct text name = text_format(page->arena, "TitleRegion%zu.%s.%s.%td", number, first, last,
                                   page->sheet - page->workbook->sheets + 1);
    struct text formula = text_format(page->arena, "=%.*s!%s", TEXT_ARGS(sheet), place);
    return xlsx_done(page, workbook_define_name(book, name.data, formula.data));
}

// Folded rows have a level, and the row above them the sign that unfolds them.
static bool begin_row(struct xlsx_page *page, double height) {
    const struct sheet *sheet = page->sheet;
    size_t shown = sheet->row_count - sheet->folded_rows;
    lxw_row_col_options options = {
        .hidden = page->row >= shown,
        .level = page->row >= shown,
        .collapsed = sheet->folded_rows > 0 && page->row + 1 == shown,
    };
    return xlsx_done(page,
                     worksheet_set_row_opt(page->worksheet, page->row, height, NULL, &options));
}

static bool write_rows(struct xlsx_page *page, lxw_workbook *book) {
    const struct sheet *sheet = page->sheet;
    struct arena_savepoint saved = arena_save(page->arena);
    struct xlsx_regions regions = {0};
    struct cell_area region;
    size_t named = 0;
    bool written = true;
    for (size_t i = 0; i < sheet->row_count && written; i++) {
        struct row row = sheet->row(sheet->context, i, page->arena);
        double height = xlsx_row_height(&row, page->columns, sheet->column_count);
        if (height >= WORKBOOK_HIGHEST &&
            xlsx_widen_columns(&row, page->columns, sheet->column_count)) {
            height = xlsx_row_height(&row, page->columns, sheet->column_count);
            written = set_columns(page);
        }
        page->row = (lxw_row_t)i;
        // Before its cells: the library writes a row out when the next one begins.
        written = written && begin_row(page, height) && xlsx_tell_totals(page, &row) &&
                  xlsx_write_cells(page, &row, height);
        if (xlsx_regions_row(&regions, sheet, &row, (uint32_t)i, &region))
            written = written && name_region(page, book, ++named, &region);
        arena_release(page->arena, saved);
    }
    if (xlsx_regions_end(&regions, &region))
        written = written && name_region(page, book, ++named, &region);
    return written;
}

static bool write_sheet(struct xlsx_page *page, lxw_workbook *book) {
    page->problem->sheet = page->sheet->name;
    size_t bytes = page->sheet->column_count * sizeof *page->columns;
    page->columns = arena_alloc(page->arena, bytes + 1);
    if (bytes > 0)
        memcpy(page->columns, page->sheet->columns, bytes);
    page->worksheet = workbook_add_worksheet(book, text_copy(page->arena, page->sheet->name).data);
    if (page->worksheet == NULL) { // no memory, or no temporary file
        page->problem->fault = XLSX_NOT_WHOLE;
        return false;
    }
    if (page->sheet->is_hidden)
        worksheet_hide(page->worksheet);
    if (page->sheet->folded_rows > 0)
        worksheet_outline_settings(page->worksheet, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE);
    return set_columns(page) && set_print(page) && set_panes(page) && set_conditions(page) &&
           xlsx_set_tables(page) && xlsx_set_entries(page) && write_rows(page, book) &&
           xlsx_set_chart(page, book) && xlsx_protect(page);
}

static bool write_sheets(struct xlsx_page *page, lxw_workbook *book) {
    const struct workbook *workbook = page->workbook;
    int64_t created = workbook->created;
    lxw_doc_properties properties = {
        .title = (char *)text_copy(page->arena, workbook->title).data,
        .author = (char *)text_copy(page->arena, workbook->author).data,
        // 0 would be the clock's time
        .created = created < 1        ? 1
                   : created > LATEST ? LATEST
                                      : created,
    };
    bool written = xlsx_done(page, workbook_set_properties(book, &properties));
    for (size_t i = 0; i < workbook->name_count && written; i++)
        written = xlsx_done(
            page, workbook_define_name(book, text_copy(page->arena, workbook->names[i].name).data,
                                       xlsx_formula(page, workbook->names[i].formula)));
    for (size_t i = 0; i < workbook->sheet_count && written; i++) {
        page->sheet = &workbook->sheets[i];
        page->links = 0;
        written = write_sheet(page, book);
    }
    if (written)
        page->problem->sheet = (struct text){"", 0};
    return written;
}

// The library knows no tables, and no values in charts, in what it streams.
static bool has_tables(const struct workbook *workbook) {
    bool has = false;
    for (size_t i = 0; i < workbook->sheet_count; i++)
        has = has || workbook->sheets[i].table_count > 0 || workbook->sheets[i].chart != NULL;
    return has;
}

bool xlsx_write_book(const char *name, const struct workbook *workbook, struct arena *arena,
                     struct xlsx_problem *problem) {
    lxw_workbook_options options = {.constant_memory = !has_tables(workbook)};
    errno = 0;
    lxw_workbook *book = workbook_new_opt(name, &options);
    struct xlsx_formats formats = {.workbook = book};
    struct xlsx_page page = {
        .workbook = workbook, .arena = arena, .problem = problem, .formats = &formats};
    if (book == NULL)
        return xlsx_done(&page, LXW_ERROR_MEMORY_MALLOC_FAILED);
    if (!write_sheets(&page, book)) {
        lxw_workbook_free(book);
        return false;
    }
    lxw_error closed = workbook_close(book);
    if (closed == LXW_NO_ERROR || errno == ENOMEM)
        return xlsx_done(&page, closed);
    problem->fault = XLSX_NOT_WHOLE;
    return false;
}
