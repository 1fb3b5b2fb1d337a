// SPDX-License-Identifier: MIT
// The register of decisions as a sheet to sort and filter; the counts above follow what is changed
// below.

#include "view/columns.h"
#include "view/decisions/decisions.h"
#include "view/formula.h"
#include "view/workbook.h"

enum register_column {
    COLUMN_COMMITTEE,
    COLUMN_DATE,
    COLUMN_CASE,
    COLUMN_TITLE,
    COLUMN_POINT,
    COLUMN_WORDING,
    COLUMN_WHO,
    COLUMN_DUE,
    COLUMN_DEADLINE,
    COLUMN_STATUS,
    COLUMN_DONE,
    COLUMN_REPORTED,
    COLUMN_COUNT
};

enum register_row { ROW_TITLE, ROW_SUBTITLE, ROW_OPEN, ROW_OVERDUE, ROW_HEADER, HEAD_ROWS };

static const struct {
    struct text label_key;
    double width;
    enum cell_style header;
} columns[COLUMN_COUNT] = {
    [COLUMN_COMMITTEE] = {TEXT_OF("møte-utvalg"), 10, STYLE_HEADER},
    [COLUMN_DATE] = {TEXT_OF("møte-dato"), 11, STYLE_HEADER_RIGHT},
    [COLUMN_CASE] = {TEXT_OF("sak-nr"), 9, STYLE_HEADER},
    [COLUMN_TITLE] = {TEXT_OF("vedtaksoversikt-tittel"), 24, STYLE_HEADER},
    [COLUMN_POINT] = {TEXT_OF("oppfølging-punkt"), 8, STYLE_HEADER},
    [COLUMN_WORDING] = {TEXT_OF("vedtak"), 45, STYLE_HEADER},
    [COLUMN_WHO] = {TEXT_OF("oppfølging-hvem"), 22, STYLE_HEADER},
    [COLUMN_DUE] = {TEXT_OF("oppfølging-frist"), 11, STYLE_HEADER_RIGHT},
    [COLUMN_DEADLINE] = {TEXT_OF("vedtaksoversikt-frist-i-ord"), 18, STYLE_HEADER},
    [COLUMN_STATUS] = {TEXT_OF("kolonne-status"), 11.5, STYLE_HEADER},
    [COLUMN_DONE] = {TEXT_OF("vedtaksoversikt-utført"), 11, STYLE_HEADER_RIGHT},
    [COLUMN_REPORTED] = {TEXT_OF("vedtaksoversikt-rapportert"), 12, STYLE_HEADER},
};

struct register_sheet {
    const struct decision_register *list;
    struct text titles[COLUMN_COUNT];
    struct sheet_columns columns;          // those that some row fills
    struct text open, overdue;             // statuses
    struct text open_words, overdue_words; // what is counted
    struct text subtitle;                  // whose decisions, and as of which day
};

static struct text subtitle_of(const struct decision_register *list) {
    const struct view_context *context = list->context;
    struct text name = context->repository->organisation->name.text;
    struct date today = list->selection.today;
    if (today.year == 0)
        return name;
    return text_format(context->arena, "%.*s · %.*s %.*s", TEXT_ARGS(name),
                       TEXT_ARGS(label(context->labels, TEXT("vedtaksoversikt-per"))),
                       TEXT_ARGS(label_date(context->labels, today, context->arena)));
}

// From the header on: a row that is put in first is counted too.
static struct text count_formula(const struct register_sheet *sheet, struct text status,
                                 struct arena *arena) {
    uint16_t column = sheet->columns.place[COLUMN_STATUS];
    struct cell_area area = {ROW_HEADER, (uint32_t)(ROW_HEADER + sheet->list->count), column,
                             column};
    struct text range = formula_range(TEXT(""), area, arena), words = formula_words(status, arena);
    return text_format(arena, "COUNTIF(%.*s,%.*s)", TEXT_ARGS(range), TEXT_ARGS(words));
}

static struct cell count_cell(const struct register_sheet *sheet, enum register_row row,
                              struct arena *arena) {
    size_t overdue = decisions_in_state(sheet->list, DECISION_OVERDUE);
    struct text formula = count_formula(sheet, sheet->overdue, arena);
    if (row == ROW_OVERDUE)
        return cell_formula(formula, cell_number(STYLE_BODY_RIGHT, (int64_t)overdue));
    const struct text both[] = {count_formula(sheet, sheet->open, arena), formula};
    size_t open = decisions_in_state(sheet->list, DECISION_OPEN) + overdue;
    return cell_formula(text_join(arena, both, 2, TEXT("+")),
                        cell_number(STYLE_BODY_RIGHT, (int64_t)open));
}

static struct row head_row(const struct register_sheet *sheet, enum register_row row,
                           struct arena *arena) {
    const struct view_context *context = sheet->list->context;
    struct cell *cells;
    struct row made =
        row_empty(row == ROW_HEADER ? STYLE_HEADER : STYLE_PLAIN, COLUMN_COUNT, &cells, arena);
    if (row == ROW_TITLE)
        cells[0] = cell_text(STYLE_TITLE, label(context->labels, TEXT("vedtaksoversikt")));
    else if (row == ROW_SUBTITLE)
        cells[0] = cell_text(STYLE_SUBTITLE, sheet->subtitle);
    else if (row == ROW_HEADER)
        for (size_t i = 0; i < COLUMN_COUNT; i++)
            cells[i] = cell_text(columns[i].header, sheet->titles[i]);
    else if (row == ROW_OPEN || sheet->list->selection.today.year != 0) {
        cells[COLUMN_WHO] =
            cell_text(STYLE_LABEL, row == ROW_OPEN ? sheet->open_words : sheet->overdue_words);
        cells[COLUMN_DUE] = count_cell(sheet, row, arena);
    }
    return made;
}

static struct row register_row(const void *of, size_t index, struct arena *arena) {
    const struct register_sheet *sheet = of;
    if (index < HEAD_ROWS)
        return head_row(sheet, (enum register_row)index, arena);
    const struct view_context *context = sheet->list->context;
    const struct decision *decision = sheet->list->shown[index - HEAD_ROWS];
    const struct follow_up *follow_up = decision->follow_up;
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, COLUMN_COUNT, &cells, arena);
    cells[COLUMN_COMMITTEE] = cell_text(STYLE_BODY, decision->meeting->committee.text);
    cells[COLUMN_DATE] = cell_date(STYLE_BODY_RIGHT, decision->meeting->date.date);
    cells[COLUMN_CASE] = cell_text(STYLE_NUMBER_KEY, decision->paper->number.text);
    cells[COLUMN_TITLE] = cell_text(STYLE_BODY, decision->paper->title.text);
    cells[COLUMN_POINT] = cell_text(STYLE_NUMBER_KEY, decision->point);
    cells[COLUMN_WORDING] = cell_text(STYLE_BODY, decision_wording(context, decision, arena));
    cells[COLUMN_WHO] = cell_text(STYLE_BODY, decision_who(context, decision, arena));
    cells[COLUMN_DUE] = cell_date(STYLE_BODY_RIGHT, decision->due);
    cells[COLUMN_DEADLINE] = cell_text(STYLE_BODY, decision_deadline(context, decision, arena));
    cells[COLUMN_STATUS] = cell_text(STYLE_BODY, decision_status(context, decision));
    if (follow_up != NULL) {
        cells[COLUMN_DONE] = cell_date(STYLE_BODY_RIGHT, follow_up->done.date);
        cells[COLUMN_REPORTED] = cell_text(STYLE_NUMBER_KEY, follow_up->reported.text);
    }
    return row;
}

static const struct condition *conditions_of(const struct register_sheet *sheet,
                                             struct arena *arena) {
    struct condition *red = arena_alloc(arena, sizeof *red);
    uint16_t column = sheet->columns.place[COLUMN_STATUS];
    struct text words = formula_words(sheet->overdue, arena);
    struct text first = formula_row_cell(HEAD_ROWS, column, arena);
    *red = (struct condition){
        .area = {HEAD_ROWS, (uint32_t)(ROW_HEADER + sheet->list->count), column, column},
        .formula = text_format(arena, "%.*s=%.*s", TEXT_ARGS(first), TEXT_ARGS(words)),
    };
    return red;
}

// With all columns.
static struct sheet whole_sheet(const struct register_sheet *sheet, struct arena *arena) {
    const struct labels *labels = sheet->list->context->labels;
    struct column *widths = arena_alloc(arena, COLUMN_COUNT * sizeof *widths);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        widths[i].width = columns[i].width;
    return (struct sheet){
        .name = label(labels, TEXT("vedtak")),
        .columns = widths,
        .column_count = COLUMN_COUNT,
        .row_count = HEAD_ROWS + sheet->list->count,
        .row = register_row,
        .context = sheet,
        .head_rows = HEAD_ROWS,
        .repeated_rows = 1,
        .frozen_columns = COLUMN_CASE + 1,
        .filter_rows = (uint32_t)sheet->list->count,
        .landscape = true,
        .footer_left =
            text_format(arena, "%.*s meetings/", TEXT_ARGS(label(labels, TEXT("laget-fra")))),
    };
}

static struct sheet sheet_of(struct register_sheet *sheet, struct arena *arena) {
    // The counts are above the columns of who and when.
    const uint32_t always = 1U << COLUMN_COMMITTEE | 1U << COLUMN_DATE | 1U << COLUMN_CASE |
                            1U << COLUMN_TITLE | 1U << COLUMN_WORDING | 1U << COLUMN_WHO |
                            1U << COLUMN_DUE | 1U << COLUMN_STATUS;
    struct sheet *whole = arena_alloc(arena, sizeof *whole);
    *whole = whole_sheet(sheet, arena);
    sheet->columns = sheet_columns_find(whole, always, arena);
    struct sheet made = sheet_columns_keep(whole, &sheet->columns, arena);
    if (sheet->list->count > 0) {
        made.conditions = conditions_of(sheet, arena);
        made.condition_count = 1;
    }
    return made;
}

const struct workbook *decisions_workbook(const struct decision_register *list) {
    const struct view_context *context = list->context;
    struct arena *arena = context->arena;
    struct register_sheet *sheet = arena_alloc(arena, sizeof *sheet);
    *sheet = (struct register_sheet){
        .list = list,
        .open = label(context->labels, TEXT("oppfølging-åpen")),
        .overdue = label(context->labels, TEXT("oppfølging-forfalt")),
        .subtitle = subtitle_of(list),
        .open_words = label(context->labels, TEXT("vedtaksoversikt-åpne")),
        .overdue_words = label(context->labels, TEXT("vedtaksoversikt-forfalte")),
    };
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        sheet->titles[i] = label(context->labels, columns[i].label_key);
    struct sheet *sheets = arena_alloc(arena, sizeof *sheets);
    *sheets = sheet_of(sheet, arena);
    return view_workbook(context, label(context->labels, TEXT("vedtaksoversikt")), sheets, 1);
}
