// SPDX-License-Identifier: MIT

#include "render/xlsx/cells.h"

#include "render/xlsx/cellvalue.h"
#include "render/xlsx/check.h"
#include "render/xlsx/heights.h"

#include <errno.h>
#include <math.h>

#define LARGEST_NUMBER (INT64_C(1) << 53)

// A comment's box, in pixels.
#define COMMENT_WIDTH 320
#define COMMENT_LINE 18.0
#define COMMENT_EDGES 10.0
#define ROW_PIXELS 20.0
#define COMMENT_DIGITS 44.0
#define PIXELS_OF_POINT (96.0 / 72.0)

static bool fail(struct xlsx_page *page, enum xlsx_fault fault) {
    page->problem->fault = fault;
    page->problem->row = page->row;
    page->problem->column = page->column;
    return false;
}

bool xlsx_done(struct xlsx_page *page, lxw_error error) {
    bool no_memory = error == LXW_ERROR_MEMORY_MALLOC_FAILED || errno == ENOMEM;
    if (error == LXW_NO_ERROR && !no_memory)
        return true;
    if (!no_memory)
        return fail(page, XLSX_CELL);
    page->problem->error = ENOMEM;
    return fail(page, XLSX_WRITE);
}

static bool check_text(struct xlsx_page *page, struct text text, size_t most) {
    if (text.size == 0)
        return true;
    if (!xlsx_text_is_allowed(text))
        return fail(page, XLSX_CELL);
    // A text has at most as many units as bytes.
    if (text.size > most && text_utf16_units(text) > most)
        return fail(page, XLSX_TEXT_TOO_LONG);
    return true;
}

static bool check_cell(struct xlsx_page *page, const struct cell *cell) {
    bool sound = (unsigned)cell->kind <= CELL_FORMULA && (unsigned)cell->style < STYLE_COUNT &&
                 (cell->kind != CELL_FORMULA || (unsigned)cell->result < CELL_FORMULA) &&
                 isfinite(cell->share) && cell->number <= LARGEST_NUMBER &&
                 cell->number >= -LARGEST_NUMBER && cell->span <= WORKBOOK_COLUMNS - page->column;
    return (sound || fail(page, XLSX_CELL)) && check_text(page, cell->text, WORKBOOK_TEXT) &&
           check_text(page, cell->comment, WORKBOOK_TEXT) &&
           check_text(page, cell->link, WORKBOOK_TEXT);
}

static bool write_formula(struct xlsx_page *page, const struct cell *cell,
                          const struct xlsx_value *value, lxw_format *format) {
    struct text words = xlsx_formula_in(cell->formula, page->row, page->arena);
    const char *formula = text_concat(page->arena, TEXT("="), words).data;
    if (!check_text(page, words, WORKBOOK_FORMULA))
        return false;
    lxw_error error =
        value->kind == XLSX_VALUE_TEXT
            ? worksheet_write_formula_str(page->worksheet, page->row, page->column, formula, format,
                                          xlsx_cell_text(value->text, page->arena))
            : worksheet_write_formula_num(page->worksheet, page->row, page->column, formula, format,
                                          value->number);
    return xlsx_done(page, error);
}

static bool write_value(struct xlsx_page *page, const struct cell *cell, lxw_format *format) {
    lxw_worksheet *worksheet = page->worksheet;
    const struct xlsx_value value = xlsx_value(cell);
    if (value.is_formula)
        return write_formula(page, cell, &value, format);
    switch (value.kind) {
    case XLSX_VALUE_TEXT:
        return xlsx_done(page,
                         worksheet_write_string(worksheet, page->row, page->column,
                                                xlsx_cell_text(value.text, page->arena), format));
    case XLSX_VALUE_NUMBER:
        return xlsx_done(
            page, worksheet_write_number(worksheet, page->row, page->column, value.number, format));
    default:
        return xlsx_done(page, worksheet_write_blank(worksheet, page->row, page->column, format));
    }
}

// The cell's own value replaces the word that the link is written with: the library would repeat a
// long text in an attribute, and cut it there in the middle of a character.
static bool write_link(struct xlsx_page *page, const struct cell *cell, lxw_format *format) {
    const char *link = page->links < XLSX_MOST_LINKS ? xlsx_link(cell->link, page->arena) : NULL;
    if (link == NULL)
        return true;
    page->links++;
    return xlsx_done(page, worksheet_write_url_opt(page->worksheet, page->row, page->column, link,
                                                   format, "-", NULL));
}

// The library places the box as if all rows were of standard height. So it begins at the top of the
// cell's own row, which is `height` high, and reaches over more rows only as far as it must.
static bool write_comment(struct xlsx_page *page, const struct cell *cell, double height) {
    double row_pixels = height * PIXELS_OF_POINT;
    size_t lines = workbook_lines(cell->comment, COMMENT_DIGITS, 11, false);
    double wanted = (double)lines * COMMENT_LINE + COMMENT_EDGES;
    double more = wanted > row_pixels ? wanted - row_pixels : 0;
    int beside = page->column + (cell->span > 1 ? cell->span : 1);
    lxw_comment_options options = {
        .font_size = 10,
        .width = COMMENT_WIDTH,
        .height = (uint16_t)(ROW_PIXELS + more),
        .start_row = page->row,
        .start_col = (lxw_col_t)(beside < WORKBOOK_COLUMNS ? beside : WORKBOOK_COLUMNS - 1),
        .y_offset = 1,
    };
    return xlsx_done(page, worksheet_write_comment_opt(page->worksheet, page->row, page->column,
                                                       text_copy(page->arena, cell->comment).data,
                                                       &options));
}

static bool write_cell(struct xlsx_page *page, const struct cell *cell, double height) {
    if (!check_cell(page, cell))
        return false;
    lxw_format *format =
        xlsx_format(page->formats, cell->style, xlsx_look_of(cell), cell->link.size > 0);
    if (format == NULL)
        return xlsx_done(page, LXW_ERROR_MEMORY_MALLOC_FAILED);
    if (cell->span > 1 &&
        !xlsx_done(page,
                   worksheet_merge_range(page->worksheet, page->row, page->column, page->row,
                                         (lxw_col_t)(page->column + cell->span - 1), "", format)))
        return false;
    return (cell->link.size == 0 || write_link(page, cell, format)) &&
           write_value(page, cell, format) &&
           (cell->comment.size == 0 || write_comment(page, cell, height));
}

bool xlsx_write_cells(struct xlsx_page *page, const struct row *row, double height) {
    for (size_t i = 0; i < row->count;) {
        page->column = (lxw_col_t)i;
        if (i >= WORKBOOK_COLUMNS)
            return fail(page, XLSX_TOO_LARGE);
        if (!write_cell(page, &row->cells[i], height))
            return false;
        i += row->cells[i].span > 1 ? row->cells[i].span : 1;
    }
    return true;
}
