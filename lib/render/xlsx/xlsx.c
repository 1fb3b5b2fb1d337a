// SPDX-License-Identifier: MIT

#include "render/xlsx/xlsx.h"

#include "render/xlsx/cells.h"
#include "render/xlsx/check.h"
#include "render/xlsx/heights.h"
#include "render/xlsx/scratch.h"
#include "render/xlsx/tables.h"
#include "render/xlsx/verify.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

enum { PAPER_A4 = 9, FOOTER_MOST = 255 };

// In inches.
#define MARGIN_SIDE 0.5
#define MARGIN_TOP 0.55
#define MARGIN_BOTTOM 0.75

#define FOOTER_FONT "&9&\"Calibri,Regular\""

// 9999-12-31T23:59:59Z, the last that the properties of a file can name.
#define LATEST INT64_C(253402300799)

static bool set_columns(struct xlsx_page *page) {
    bool set = true;
    for (size_t i = 0; i < page->sheet->column_count && set; i++) {
        lxw_col_t column = (lxw_col_t)i;
        set = xlsx_done(page, worksheet_set_column(page->worksheet, column, column,
                                                   page->sheet->columns[i].width, NULL));
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

static bool set_print(struct xlsx_page *page) {
    const struct sheet *sheet = page->sheet;
    worksheet_set_paper(page->worksheet, PAPER_A4);
    if (sheet->landscape)
        worksheet_set_landscape(page->worksheet);
    worksheet_fit_to_pages(page->worksheet, 1, 0);
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

static bool write_rows(struct xlsx_page *page) {
    const struct sheet *sheet = page->sheet;
    struct arena_mark mark = arena_mark(page->arena);
    bool written = true;
    for (size_t i = 0; i < sheet->row_count && written; i++) {
        struct row row = sheet->row(sheet->context, i, page->arena);
        double height = xlsx_row_height(&row, sheet->columns, sheet->column_count);
        page->row = (lxw_row_t)i;
        // Before its cells: the library writes a row out when the next one begins.
        written = xlsx_done(page, worksheet_set_row(page->worksheet, page->row, height, NULL)) &&
                  xlsx_tell_totals(page, &row) && xlsx_write_cells(page, &row, height) &&
                  page->scratch->error == 0;
        arena_release(page->arena, mark);
    }
    return written;
}

static bool name_is_free(const struct workbook *workbook, size_t index, struct arena *arena) {
    struct text name = workbook->sheets[index].name;
    if (!xlsx_name_is_allowed(name))
        return false;
    for (size_t i = 0; i < index; i++)
        if (xlsx_names_collide(workbook->sheets[i].name, name, arena))
            return false;
    return true;
}

// Excel calls a file damaged where two columns of a table have one title.
static bool titles_are_good(const struct sheet *sheet, struct arena *arena, struct text *title) {
    for (size_t i = 0; i < sheet->table_count; i++) {
        const struct sheet_table *table = &sheet->tables[i];
        size_t count = (size_t)(table->area.last_column - table->area.first_column) + 1;
        for (size_t k = 0; k < count; k++) {
            *title = table->columns[k].title;
            if (!xlsx_title_is_free(table->columns, k, arena))
                return false;
        }
    }
    return true;
}

// What can be seen to be wrong before anything is written.
static enum xlsx_fault check(const struct workbook *workbook, struct arena *arena,
                             struct text *sheet_name, struct text *title) {
    for (size_t i = 0; i < workbook->sheet_count; i++) {
        const struct sheet *sheet = &workbook->sheets[i];
        *sheet_name = sheet->name;
        if (!name_is_free(workbook, i, arena))
            return XLSX_SHEET_NAME;
        if (sheet->row_count > WORKBOOK_ROWS || sheet->column_count > WORKBOOK_COLUMNS ||
            sheet->head_rows > WORKBOOK_ROWS ||
            sheet->filter_rows > WORKBOOK_ROWS - sheet->head_rows)
            return XLSX_TOO_LARGE;
        if (!titles_are_good(sheet, arena, title))
            return XLSX_COLUMN_TITLE;
    }
    *sheet_name = (struct text){"", 0};
    return XLSX_OK;
}

static bool write_sheet(struct xlsx_page *page, lxw_workbook *book) {
    page->problem->sheet = page->sheet->name;
    page->worksheet = workbook_add_worksheet(book, text_copy(page->arena, page->sheet->name).data);
    if (page->worksheet == NULL)
        return xlsx_done(page, LXW_ERROR_MEMORY_MALLOC_FAILED);
    return set_columns(page) && set_print(page) && set_panes(page) && set_conditions(page) &&
           xlsx_set_tables(page) && xlsx_set_entries(page) && write_rows(page) &&
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

// Packs everything into the file. The library explains its failures on standard error, where only
// the command speaks.
static lxw_error close_quietly(lxw_workbook *book) {
    FILE *loud = stderr;
    FILE *silent = fopencookie(NULL, "w", (cookie_io_functions_t){0});
    if (silent != NULL)
        stderr = silent;
    errno = 0;
    lxw_error closed = workbook_close(book);
    int error = errno;
    stderr = loud;
    if (silent != NULL)
        fclose(silent);
    errno = error;
    return closed;
}

static enum xlsx_fault finish(lxw_workbook *book, const char *name, struct xlsx_page *page) {
    lxw_error closed = close_quietly(book);
    int error = errno;
    struct xlsx_problem *problem = page->problem;
    if (page->scratch->error != 0) {
        problem->error = page->scratch->error;
        return XLSX_TEMPORARY;
    }
    if (closed != LXW_NO_ERROR) {
        problem->error = error;
        return XLSX_WRITE;
    }
    if (page->scratch->made == 0)
        return XLSX_UNSEEN;
    bool whole = xlsx_verify(name, page->workbook->sheet_count, page->arena, &problem->error);
    return whole ? XLSX_OK : XLSX_WRITE;
}

// The library knows no tables, and no values in charts, in what it streams.
static bool has_tables(const struct workbook *workbook) {
    bool has = false;
    for (size_t i = 0; i < workbook->sheet_count; i++)
        has = has || workbook->sheets[i].table_count > 0 || workbook->sheets[i].chart != NULL;
    return has;
}

static enum xlsx_fault write_book(const char *name, struct xlsx_page *page) {
    lxw_workbook_options options = {
        .constant_memory = !has_tables(page->workbook),
        .tmpdir = page->scratch->key,
    };
    lxw_workbook *book = workbook_new_opt(name, &options);
    struct xlsx_formats formats = {.workbook = book};
    page->formats = &formats;
    if (book == NULL)
        xlsx_done(page, LXW_ERROR_MEMORY_MALLOC_FAILED);
    else if (write_sheets(page, book))
        return finish(book, name, page);
    lxw_workbook_free(book);
    if (page->scratch->error != 0) {
        page->problem->error = page->scratch->error;
        return XLSX_TEMPORARY;
    }
    return page->problem->fault;
}

enum xlsx_fault xlsx_write(const char *name, const struct workbook *workbook, struct arena *arena,
                           struct xlsx_problem *problem) {
    *problem = (struct xlsx_problem){.sheet = {"", 0}, .detail = {"", 0}};
    problem->fault = check(workbook, arena, &problem->sheet, &problem->detail);
    if (problem->fault != XLSX_OK)
        return problem->fault;
    struct scratch scratch;
    scratch_init(&scratch);
    scratch.language = text_copy(arena, workbook->language);
    struct xlsx_page page = {
        .workbook = workbook, .arena = arena, .problem = problem, .scratch = &scratch};
    // The library prints numbers in the locale of the program: "0,5" would be no number in XML.
    locale_t neutral = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    locale_t before = uselocale(neutral);
    problem->fault = write_book(name, &page);
    uselocale(before);
    if (neutral != (locale_t)0)
        freelocale(neutral);
    scratch_close(&scratch);
    return problem->fault;
}
