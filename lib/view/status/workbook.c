// SPDX-License-Identifier: MIT
// A status report as a workbook: the actions, counts that follow what is changed there, and the
// goals of other plans.

#include "view/status/status.h"

#include "model/plan/numbers.h"
#include "model/plan/title.h"
#include "view/columns.h"
#include "view/formula.h"
#include "view/plan/matrix.h"
#include "view/workbook.h"

enum action_column {
    COLUMN_AREA,
    COLUMN_NUMBER,
    COLUMN_ACTION,
    COLUMN_OWNERS,
    COLUMN_STATUS,
    COLUMN_BEFORE,
    COLUMN_PROGRESS,
    COLUMN_COMMENT,
    COLUMN_ORIGIN,
    COLUMN_COUNT
};

enum { ROW_TITLE, ROW_SUBTITLE, ROW_HEADER, HEAD_ROWS };

static const struct {
    struct text label_key;
    double width;
} columns[COLUMN_COUNT] = {
    [COLUMN_AREA] = {TEXT_OF("kolonne-område"), 9},
    [COLUMN_NUMBER] = {TEXT_OF("kolonne-nr"), 9},
    [COLUMN_ACTION] = {TEXT_OF("kolonne-tiltak"), 44},
    [COLUMN_OWNERS] = {TEXT_OF("kolonne-ansvar"), 26},
    [COLUMN_STATUS] = {TEXT_OF("kolonne-status"), 14},
    [COLUMN_BEFORE] = {TEXT_OF("status-før"), 14},
    [COLUMN_PROGRESS] = {TEXT_OF("status-fremdrift"), 11},
    [COLUMN_COMMENT] = {TEXT_OF("status-kommentar"), 56},
    [COLUMN_ORIGIN] = {TEXT_OF("status-kilde"), 24},
};

struct status_book {
    const struct status_report *report;
    const struct action **actions;
    const struct area **areas; // of each action
    size_t count;
    bool has_numbers;             // an area has one
    struct sheet_columns columns; // of the sheet of actions: those that some row fills
    struct text name;             // of that sheet
    struct text title, subtitle;
};

static void list_actions(struct status_book *book) {
    struct arena *arena = book->report->context->arena;
    const struct plan *plan = book->report->plan;
    book->actions = arena_alloc(arena, (plan->action_count + 1) * sizeof *book->actions);
    book->areas = arena_alloc(arena, (plan->action_count + 1) * sizeof *book->areas);
    for (size_t i = 0; i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++) {
            const struct goal *goal = &plan->areas.items[i].goals.items[j];
            for (size_t k = 0; k < goal->actions.count; k++) {
                if (!status_has(book->report, &goal->actions.items[k]))
                    continue;
                book->areas[book->count] = &plan->areas.items[i];
                book->actions[book->count++] = &goal->actions.items[k];
            }
        }
}

static struct text owners_of(const struct view_context *context, const struct action *action,
                             struct arena *arena) {
    struct map_builder map = map_begin(arena);
    view_put_parties(context, &map, VIEW_KEY("ansvar"), &action->original->owners, arena);
    struct value value = map_end(&map);
    return value_find(&value, TEXT("ansvar-tekst"))->text;
}

// By which the actions of an area are counted: its number, or its name where it has none.
static struct text key_of(const struct status_book *book, const struct area *area) {
    return area->is_numbered ? area->number.text : status_area_name(book->report, area);
}

static struct row action_row(const struct status_book *book, size_t index, struct arena *arena) {
    const struct status_report *report = book->report;
    const struct action *action = book->actions[index];
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, COLUMN_COUNT, &cells, arena);
    int percent;
    cells[COLUMN_AREA] = cell_text(STYLE_NUMBER_KEY, key_of(book, book->areas[index]));
    if (action->is_numbered)
        cells[COLUMN_NUMBER] = cell_text(STYLE_NUMBER_KEY, action_number_on(action, report->day));
    cells[COLUMN_ACTION] = cell_text(STYLE_BODY, action_title(action, arena));
    cells[COLUMN_OWNERS] = cell_text(STYLE_BODY, owners_of(report->context, action, arena));
    cells[COLUMN_STATUS] =
        cell_text(STYLE_BODY, matrix_status_words(report->context, action_status_place(action)));
    if (report->before != NULL)
        cells[COLUMN_BEFORE] = cell_text(
            STYLE_BODY, matrix_status_words(report->context, status_before(report, action)));
    if (progress_parse(action->progress.text, &percent))
        cells[COLUMN_PROGRESS] = cell_share(STYLE_BODY_RIGHT, percent / 100.0);
    if (!prose_is_empty(&action->comment))
        cells[COLUMN_COMMENT] = cell_text(STYLE_BODY, prose_plain(&action->comment, false, arena));
    cells[COLUMN_ORIGIN] = cell_text(STYLE_BODY, status_origin(report, action, arena));
    return row;
}

static struct row head_row(const struct status_book *book, size_t index, struct arena *arena) {
    struct cell *cells;
    struct row row =
        row_empty(index == ROW_HEADER ? STYLE_HEADER : STYLE_PLAIN, COLUMN_COUNT, &cells, arena);
    if (index == ROW_TITLE)
        cells[0] = cell_text(STYLE_TITLE, book->title);
    else if (index == ROW_SUBTITLE)
        cells[0] = cell_text(STYLE_SUBTITLE, book->subtitle);
    else
        for (size_t i = 0; i < COLUMN_COUNT; i++)
            cells[i] = cell_text(i == COLUMN_PROGRESS ? STYLE_HEADER_RIGHT : STYLE_HEADER,
                                 label(book->report->context->labels, columns[i].label_key));
    return row;
}

static struct row actions_row(const void *of, size_t index, struct arena *arena) {
    const struct status_book *book = of;
    return index < HEAD_ROWS ? head_row(book, index, arena)
                             : action_row(book, index - HEAD_ROWS, arena);
}

static struct sheet whole_actions_sheet(const struct status_book *book) {
    const struct view_context *context = book->report->context;
    struct column *widths = arena_alloc(context->arena, COLUMN_COUNT * sizeof *widths);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        widths[i].width = i == COLUMN_AREA && !book->has_numbers ? 26 : columns[i].width;
    return (struct sheet){
        .name = book->name,
        .columns = widths,
        .column_count = COLUMN_COUNT,
        .row_count = HEAD_ROWS + book->count,
        .row = actions_row,
        .context = book,
        .head_rows = HEAD_ROWS,
        .repeated_rows = 1,
        .frozen_columns = COLUMN_NUMBER + 1,
        .filter_rows = (uint32_t)book->count,
        .landscape = true,
    };
}

static struct sheet actions_sheet(struct status_book *book) {
    const uint32_t always = 1U << COLUMN_AREA | 1U << COLUMN_ACTION | 1U << COLUMN_STATUS;
    struct arena *arena = book->report->context->arena;
    struct sheet *whole = arena_alloc(arena, sizeof *whole);
    *whole = whole_actions_sheet(book);
    book->columns = sheet_columns_find(whole, always, arena);
    return sheet_columns_keep(whole, &book->columns, arena);
}

// --- the counts ---

// The key of an area is in the first column: its number, with its name in the next, or its name
// where no area has a number. Then come those of the scale, those without a status, and the sum.
enum { COUNTS_KEY };

static uint16_t name_column(const struct status_book *book) {
    return book->has_numbers ? COUNTS_KEY + 1 : COUNTS_KEY;
}

static uint16_t first_count(const struct status_book *book) {
    return (uint16_t)(name_column(book) + 1);
}

static uint16_t sum_column(const struct status_book *book) {
    return (uint16_t)(first_count(book) + matrix_scale(book->report->context)->count + 1);
}

static size_t count_columns(const struct status_book *book) {
    return (size_t)sum_column(book) + 1;
}

static struct text range_of(const struct status_book *book, enum action_column of,
                            struct arena *arena) {
    uint16_t column = book->columns.place[of];
    uint32_t last = (uint32_t)(book->count > 0 ? ROW_HEADER + book->count : HEAD_ROWS);
    struct cell_area area = {HEAD_ROWS, last, column, column};
    return formula_range(book->name, area, arena);
}

static struct row counts_header(const struct status_book *book, struct arena *arena) {
    const struct view_context *context = book->report->context;
    struct cell *cells;
    struct row row = row_empty(STYLE_HEADER, count_columns(book), &cells, arena);
    cells[COUNTS_KEY] = cell_text(STYLE_HEADER, label(context->labels, TEXT("kolonne-nr")));
    cells[name_column(book)] =
        cell_text(STYLE_HEADER, label(context->labels, TEXT("kolonne-område")));
    const struct status_counts none = matrix_counts_begin(context);
    for (int i = 0; i <= none.count; i++)
        cells[first_count(book) + i] = cell_text(
            STYLE_HEADER_RIGHT, matrix_status_words(context, matrix_counted_place(&none, i)));
    cells[sum_column(book)] =
        cell_text(STYLE_HEADER_RIGHT, label(context->labels, TEXT("ark-sum")));
    return row;
}

static struct cell sum_cell(enum cell_style style, struct cell_area area, size_t sum,
                            struct arena *arena) {
    struct text range = formula_range(TEXT(""), area, arena);
    return cell_formula(text_format(arena, "SUM(%.*s)", TEXT_ARGS(range)),
                        cell_number(style, (int64_t)sum));
}

// The actions with the key of the row and the status of the column. Equal, and not "like", as
// COUNTIFS takes a name with "?" or "<" in it.
static struct text count_formula(const struct status_book *book, uint32_t row, uint16_t column,
                                 struct arena *arena) {
    struct text areas = range_of(book, COLUMN_AREA, arena);
    struct text statuses = range_of(book, COLUMN_STATUS, arena);
    struct text key = formula_row_cell(row, COUNTS_KEY, arena);
    struct text word = formula_cell(ROW_HEADER, column, arena);
    return text_format(arena, "SUMPRODUCT((%.*s=%.*s)*(%.*s=%.*s))", TEXT_ARGS(areas),
                       TEXT_ARGS(key), TEXT_ARGS(statuses), TEXT_ARGS(word));
}

static struct row counts_of_area(const struct status_book *book, size_t index,
                                 struct arena *arena) {
    const struct area *area = &book->report->plan->areas.items[index];
    uint32_t place = (uint32_t)(HEAD_ROWS + index);
    const struct status_counts counts = status_count(book->report, area);
    const uint16_t sum = sum_column(book);
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, count_columns(book), &cells, arena);
    cells[COUNTS_KEY] = cell_text(STYLE_NUMBER_KEY, key_of(book, area));
    cells[name_column(book)] = cell_text(STYLE_LABEL, status_area_name(book->report, area));
    for (uint16_t i = 0; i <= counts.count; i++)
        cells[first_count(book) + i] =
            cell_formula(count_formula(book, place, (uint16_t)(first_count(book) + i), arena),
                         cell_number(STYLE_BODY_RIGHT, (int64_t)counts.of[i]));
    struct cell_area row_cells = {place, place, first_count(book), (uint16_t)(sum - 1)};
    cells[sum] = sum_cell(STYLE_BODY_RIGHT, row_cells, counts.sum, arena);
    return row;
}

static struct row counts_total(const struct status_book *book, struct arena *arena) {
    uint32_t last = (uint32_t)(ROW_HEADER + book->report->plan->areas.count);
    const struct status_counts counts = status_count(book->report, NULL);
    struct cell *cells;
    struct row row = row_empty(STYLE_TOTAL, count_columns(book), &cells, arena);
    cells[name_column(book)] =
        cell_text(STYLE_TOTAL, label(book->report->context->labels, TEXT("ark-sum")));
    for (uint16_t column = first_count(book); column <= sum_column(book); column++) {
        size_t value =
            column < sum_column(book) ? counts.of[column - first_count(book)] : counts.sum;
        cells[column] =
            book->report->plan->areas.count == 0
                ? cell_number(STYLE_TOTAL_RIGHT, (int64_t)value)
                : sum_cell(STYLE_TOTAL_RIGHT, (struct cell_area){HEAD_ROWS, last, column, column},
                           value, arena);
    }
    return row;
}

static struct row counts_row(const void *of, size_t index, struct arena *arena) {
    const struct status_book *book = of;
    size_t areas = book->report->plan->areas.count;
    if (index == ROW_HEADER)
        return counts_header(book, arena);
    if (index < HEAD_ROWS) {
        struct cell *cells;
        struct row row = row_empty(STYLE_PLAIN, count_columns(book), &cells, arena);
        cells[0] = index == ROW_TITLE ? cell_text(STYLE_TITLE, book->title)
                                      : cell_text(STYLE_SUBTITLE, book->subtitle);
        return row;
    }
    return index < HEAD_ROWS + areas ? counts_of_area(book, index - HEAD_ROWS, arena)
                                     : counts_total(book, arena);
}

static struct sheet counts_sheet(const struct status_book *book) {
    const struct view_context *context = book->report->context;
    struct column *widths = arena_alloc(context->arena, count_columns(book) * sizeof *widths);
    for (size_t i = 0; i < count_columns(book); i++)
        widths[i].width = i == name_column(book) ? 44 : 12;
    return (struct sheet){
        .name = label(context->labels, TEXT("ark-oversikt")),
        .columns = widths,
        .column_count = count_columns(book),
        .row_count = HEAD_ROWS + book->report->plan->areas.count + 1,
        .row = counts_row,
        .context = book,
        .head_rows = HEAD_ROWS,
        .landscape = true,
    };
}

const struct workbook *status_workbook(const struct status_report *report) {
    const struct view_context *context = report->context;
    struct arena *arena = context->arena;
    struct status_book *book = arena_alloc(arena, sizeof *book);
    struct sheet *sheets = arena_alloc(arena, 3 * sizeof *sheets);
    size_t count = 0;
    *book = (struct status_book){
        .report = report,
        .name = label(context->labels, TEXT("status-ark")),
        .title = status_report_title(report),
        .subtitle = report->plan != NULL ? report->plan->title.text : TEXT(""),
    };
    if (report->plan != NULL) {
        book->has_numbers = status_has_area_numbers(report->plan);
        list_actions(book);
        sheets[count++] = actions_sheet(book);
        sheets[count++] = counts_sheet(book);
    }
    if (report->note != NULL && report->note->parts.count > 0)
        sheets[count++] = status_goals_sheet(report);
    return view_workbook(context, book->title, sheets, count);
}
