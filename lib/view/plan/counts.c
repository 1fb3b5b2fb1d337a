// SPDX-License-Identifier: MIT
// The last sheet: four tables one below the other. Each row of a table is a formula over the
// first sheet that looks for what the row's first cell says.

#include "view/plan/counts.h"

#include "view/formula.h"

enum table_kind { TABLE_AREAS, TABLE_OWNERS, TABLE_YEARS, TABLE_STATUSES, TABLE_KINDS };

// From the left: what is counted, its name, how many; then the years, then those supported.
enum { KEY, NAME, COUNT, YEARS };
enum { KEY_WIDTH = 22, NAME_WIDTH = 54, COUNT_WIDTH = 11, YEAR_WIDTH = 9, WIDE_YEARS_FROM = 7 };
#define NEW_LINE "CHAR(10)" // in a formula

enum { TITLE_ROWS = 3, HEAD_ROWS = 2 };

// The years' own table has other words over its columns.
enum { PLANNED = COUNT, DEFERRED, PLANNED_OR_DEFERRED };

struct table {
    size_t first_row; // its band; then its header
    size_t item_count;
    bool has_total, has_note;
};

struct counts {
    const struct plan_sheet *plan;
    struct matrix_year_counts years;
    size_t *area_years; // of each area, in the years: planned
    struct status_counts statuses;
    int shown_statuses[MOST_STATUS_PLACES + 1]; // that occur, as places in `statuses`
    struct table tables[TABLE_KINDS];
    size_t row_count;
    size_t column_count;
    struct text title, explanation, owners_note, total, unknown;
    struct text planned_title, deferred_title;
    struct text deferred; // as the first sheet has it
    struct text bands[TABLE_KINDS], keys[TABLE_KINDS], names[TABLE_KINDS];
    struct text count, support;
    // Ranges of the first sheet.
    struct text areas, numbers, owners, supporters, status_cells;
    struct text *springs, *autumns; // of each year
    struct text *planned;           // truths for each row: planned in the year, and not deferred
    struct text separator;          // as words in a formula
};

static const struct {
    struct text band, key, name;
} words[TABLE_KINDS] = {
    [TABLE_AREAS] = {TEXT_OF("ark-per-område"), TEXT_OF("kolonne-nr"), TEXT_OF("kolonne-område")},
    [TABLE_OWNERS] = {TEXT_OF("ark-per-ansvarlig"), TEXT_OF("kolonne-ansvar"),
                      TEXT_OF("plan-navn")},
    [TABLE_YEARS] = {TEXT_OF("ark-per-år"), TEXT_OF("filter-år"), TEXT_OF("")},
    [TABLE_STATUSES] = {TEXT_OF("ark-per-status"), TEXT_OF("kolonne-status"), TEXT_OF("")},
};

static struct row line_row(const struct counts *counts, enum cell_style style, enum cell_style rest,
                           struct text text, struct arena *arena) {
    struct cell *cells;
    struct row row = row_empty(rest, counts->column_count, &cells, arena);
    cells[KEY] = cell_text(style, text);
    return row;
}

// A row of a table whose cells are being made.
struct counted_row {
    const struct counts *counts;
    uint32_t row;
    struct cell *cells;
    struct arena *arena;
};

static void put_count(const struct counted_row *row, size_t column, struct text formula,
                      size_t value) {
    row->cells[column] = cell_formula(formula, cell_number(STYLE_BODY_RIGHT, (int64_t)value));
}

// `condition` is a formula for a column of truths, one for each action.
static void put_planned_years(const struct counted_row *row, struct text condition,
                              const size_t *planned) {
    const struct counts *counts = row->counts;
    for (int i = 0; i < counts->plan->matrix->year_count; i++) {
        struct text formula = text_format(row->arena, "SUMPRODUCT(%.*s*%.*s)", TEXT_ARGS(condition),
                                          TEXT_ARGS(counts->planned[i]));
        put_count(row, YEARS + (size_t)i, formula, planned[i]);
    }
}

// True for each cell of a range in which the row's key is one of the names. FIND is case-sensitive
// and has no wildcards.
static struct text names_key(const struct counted_row *row, struct text range,
                             struct text separator) {
    struct text key = formula_cell(row->row, KEY, row->arena);
    return text_format(row->arena, "ISNUMBER(FIND(%.*s&%.*s&%.*s,%.*s&%.*s&%.*s))",
                       TEXT_ARGS(separator), TEXT_ARGS(key), TEXT_ARGS(separator),
                       TEXT_ARGS(separator), TEXT_ARGS(range), TEXT_ARGS(separator));
}

static void put_area(const struct counted_row *row, size_t index) {
    const struct counts *counts = row->counts;
    const struct matrix *matrix = counts->plan->matrix;
    const struct matrix_area *area = &matrix->areas[index];
    struct text condition = names_key(row, counts->areas, TEXT(NEW_LINE));
    row->cells[KEY] = plan_area_cell(STYLE_BODY, area->area);
    row->cells[NAME] =
        cell_text(STYLE_BODY, area_is_said(area->area) ? area->area->name.text : counts->title);
    put_count(row, COUNT,
              text_format(row->arena, "SUMPRODUCT(%.*s*(%.*s<>\"\"))", TEXT_ARGS(condition),
                          TEXT_ARGS(counts->numbers)),
              area->action_count);
    put_planned_years(row, condition, counts->area_years + index * (size_t)matrix->year_count);
}

static void put_owner(const struct counted_row *row, size_t index) {
    const struct counts *counts = row->counts;
    const struct matrix_owner *owner = counts->plan->owners.shown[index];
    struct text owns = names_key(row, counts->owners, counts->separator);
    row->cells[KEY] = cell_text(STYLE_BODY, owner->shown);
    row->cells[NAME] = cell_text(STYLE_BODY, owner->name);
    put_count(row, COUNT, text_format(row->arena, "SUMPRODUCT(--%.*s)", TEXT_ARGS(owns)),
              owner->owns);
    put_planned_years(row, owns, owner->years.planned);
    if (!counts->plan->columns.has[COLUMN_SUPPORT])
        return;
    struct text supports = names_key(row, counts->supporters, counts->separator);
    put_count(row, YEARS + (size_t)counts->plan->matrix->year_count,
              text_format(row->arena, "SUMPRODUCT(--%.*s)", TEXT_ARGS(supports)), owner->supports);
}

static void put_year(const struct counted_row *row, size_t index) {
    const struct counts *counts = row->counts;
    size_t planned = counts->years.planned[index], deferred = counts->years.deferred[index];
    struct cell_area both = {row->row, row->row, PLANNED, DEFERRED};
    row->cells[KEY] =
        cell_number(STYLE_BODY, counts->plan->matrix->plan->period.from + (int64_t)index);
    put_count(row, PLANNED,
              text_format(row->arena, "SUMPRODUCT(--%.*s)", TEXT_ARGS(counts->planned[index])),
              planned);
    put_count(row, DEFERRED,
              text_format(row->arena, "SUMPRODUCT(--(%.*s=%.*s))",
                          TEXT_ARGS(counts->springs[index]),
                          TEXT_ARGS(formula_words(counts->deferred, row->arena))),
              deferred);
    struct text sum = formula_range(TEXT(""), both, row->arena);
    put_count(row, PLANNED_OR_DEFERRED, text_format(row->arena, "SUM(%.*s)", TEXT_ARGS(sum)),
              planned + deferred);
}

static void put_status(const struct counted_row *row, size_t index) {
    const struct counts *counts = row->counts;
    int shown = counts->shown_statuses[index];
    int status = matrix_counted_place(&counts->statuses, shown);
    struct text key = formula_cell(row->row, KEY, row->arena);
    row->cells[KEY] = cell_text(
        STYLE_BODY,
        status < 0 ? TEXT(NO_STATUS) : matrix_status_words(counts->plan->matrix->context, status));
    row->cells[NAME] = cell_text(STYLE_BODY, status < 0 ? counts->unknown : TEXT(""));
    put_count(row, COUNT,
              text_format(row->arena, "SUMPRODUCT(--EXACT(%.*s,%.*s))",
                          TEXT_ARGS(counts->status_cells), TEXT_ARGS(key)),
              counts->statuses.of[shown]);
}

static void (*const put_item[TABLE_KINDS])(const struct counted_row *row, size_t index) = {
    [TABLE_AREAS] = put_area,
    [TABLE_OWNERS] = put_owner,
    [TABLE_YEARS] = put_year,
    [TABLE_STATUSES] = put_status,
};

static void put_sum(const struct counted_row *row, const struct table *table, size_t column,
                    size_t value) {
    struct cell_area items = {
        (uint32_t)(table->first_row + HEAD_ROWS),
        (uint32_t)(table->first_row + HEAD_ROWS - 1 + table->item_count),
        (uint16_t)column,
        (uint16_t)column,
    };
    if (table->item_count == 0) {
        row->cells[column] = cell_number(STYLE_TOTAL_RIGHT, (int64_t)value);
        return;
    }
    struct text range = formula_range(TEXT(""), items, row->arena);
    row->cells[column] = cell_formula(text_format(row->arena, "SUM(%.*s)", TEXT_ARGS(range)),
                                      cell_number(STYLE_TOTAL_RIGHT, (int64_t)value));
}

static struct row total_row(const struct counts *counts, enum table_kind kind, uint32_t index,
                            struct arena *arena) {
    struct counted_row row = {counts, index, NULL, arena};
    struct row made = row_empty(STYLE_TOTAL, counts->column_count, &row.cells, arena);
    const struct table *table = &counts->tables[kind];
    row.cells[KEY] = cell_text(STYLE_TOTAL, counts->total);
    put_sum(&row, table, COUNT, counts->plan->matrix->action_count);
    if (kind == TABLE_AREAS)
        for (int i = 0; i < counts->plan->matrix->year_count; i++)
            put_sum(&row, table, YEARS + (size_t)i, counts->years.planned[i]);
    return made;
}

static struct row header_row(const struct counts *counts, enum table_kind kind,
                             struct arena *arena) {
    const struct matrix *matrix = counts->plan->matrix;
    struct cell *cells;
    struct row row = row_empty(STYLE_HEADER_RIGHT, counts->column_count, &cells, arena);
    cells[KEY] = cell_text(STYLE_HEADER, counts->keys[kind]);
    cells[NAME] = cell_text(STYLE_HEADER, counts->names[kind]);
    if (kind == TABLE_YEARS) {
        cells[PLANNED] = cell_text(STYLE_HEADER_RIGHT, counts->planned_title);
        cells[DEFERRED] = cell_text(STYLE_HEADER_RIGHT, counts->deferred_title);
        cells[PLANNED_OR_DEFERRED] = cell_text(STYLE_HEADER_RIGHT, counts->total);
        return row;
    }
    cells[COUNT] = cell_text(STYLE_HEADER_RIGHT, counts->count);
    if (kind == TABLE_STATUSES)
        return row;
    for (int i = 0; i < matrix->year_count; i++)
        cells[YEARS + i] =
            cell_text(STYLE_HEADER_RIGHT, text_format(arena, "%d", matrix->plan->period.from + i));
    if (kind == TABLE_OWNERS && counts->plan->columns.has[COLUMN_SUPPORT])
        cells[YEARS + matrix->year_count] = cell_text(STYLE_HEADER_RIGHT, counts->support);
    return row;
}

static struct row table_row(const struct counts *counts, enum table_kind kind, uint32_t index,
                            struct arena *arena) {
    const struct table *table = &counts->tables[kind];
    size_t offset = index - table->first_row;
    if (offset == 0)
        return line_row(counts, STYLE_AREA, STYLE_AREA, counts->bands[kind], arena);
    if (offset == 1)
        return header_row(counts, kind, arena);
    offset -= HEAD_ROWS;
    if (offset < table->item_count) {
        struct counted_row row = {counts, index, NULL, arena};
        struct row made = row_empty(STYLE_BODY, counts->column_count, &row.cells, arena);
        put_item[kind](&row, offset);
        return made;
    }
    offset -= table->item_count;
    if (table->has_total && offset == 0)
        return total_row(counts, kind, index, arena);
    bool note = table->has_note && offset == 0;
    return line_row(counts, note ? STYLE_SUBTITLE : STYLE_PLAIN, STYLE_PLAIN,
                    note ? counts->owners_note : TEXT(""), arena);
}

static struct row counts_row(const void *context, size_t index, struct arena *arena) {
    const struct counts *counts = context;
    if (index < TITLE_ROWS) {
        const struct text texts[TITLE_ROWS] = {counts->title, counts->explanation, TEXT_OF("")};
        return line_row(counts, index == 0 ? STYLE_TITLE : STYLE_SUBTITLE, STYLE_PLAIN,
                        texts[index], arena);
    }
    int kind = TABLE_KINDS - 1;
    while (counts->tables[kind].first_row > index)
        kind--;
    return table_row(counts, (enum table_kind)kind, (uint32_t)index, arena);
}

static void count_actions(struct counts *counts) {
    const struct matrix *matrix = counts->plan->matrix;
    struct arena *arena = matrix->context->arena;
    size_t years = (size_t)matrix->year_count;
    counts->statuses = matrix_counts_begin(matrix->context);
    counts->years = matrix_year_counts_make(matrix, arena);
    counts->area_years = arena_alloc(arena, matrix->area_count * years * sizeof(size_t));
    for (size_t i = 0; i < matrix->area_count; i++) {
        const struct matrix_area *area = &matrix->areas[i];
        // Deferred actions are not counted by area.
        struct matrix_year_counts of_area = matrix_year_counts_make(matrix, arena);
        of_area.planned = counts->area_years + i * years;
        for (size_t j = 0; j < area->goal_count; j++)
            for (size_t k = 0; k < area->goals[j].action_count; k++) {
                const struct action *action = area->goals[j].actions[k];
                matrix_count_years(matrix, action, &of_area);
                matrix_count_years(matrix, action, &counts->years);
                matrix_count_status(&counts->statuses, action);
            }
    }
}

static size_t find_statuses(struct counts *counts) {
    size_t count = 0;
    for (int i = 0; i <= counts->statuses.count; i++)
        if (counts->statuses.of[i] > 0)
            counts->shown_statuses[count++] = i;
    return count;
}

static void place_tables(struct counts *counts) {
    const struct plan_sheet *plan = counts->plan;
    const struct table tables[TABLE_KINDS] = {
        [TABLE_AREAS] = {0, plan->matrix->area_count, true, false},
        [TABLE_OWNERS] = {0, plan->owners.count, false, true},
        [TABLE_YEARS] = {0, (size_t)plan->matrix->year_count, false, false},
        [TABLE_STATUSES] = {0, find_statuses(counts), true, false},
    };
    size_t row = TITLE_ROWS;
    for (int i = 0; i < TABLE_KINDS; i++) {
        counts->tables[i] = tables[i];
        counts->tables[i].first_row = row;
        if (i == TABLE_OWNERS && tables[i].item_count == 0)
            continue; // the next one has its place
        row += HEAD_ROWS + tables[i].item_count + tables[i].has_total + tables[i].has_note + 1;
    }
    counts->row_count = row - 1;
    size_t columns = YEARS + (size_t)plan->matrix->year_count + plan->columns.has[COLUMN_SUPPORT];
    counts->column_count = columns > PLANNED_OR_DEFERRED + 1 ? columns : PLANNED_OR_DEFERRED + 1;
}

static struct text range_of(const struct plan_sheet *plan, size_t column) {
    return plan_matrix_range(plan, column, plan->matrix->context->arena);
}

static struct text planned_formula(const struct counts *counts, size_t year) {
    struct arena *arena = counts->plan->matrix->context->arena;
    struct text spring = counts->springs[year], autumn = counts->autumns[year];
    struct text deferred = formula_words(counts->deferred, arena);
    return text_format(arena, "((%.*s&%.*s<>\"\")*(%.*s<>%.*s))", TEXT_ARGS(spring),
                       TEXT_ARGS(autumn), TEXT_ARGS(spring), TEXT_ARGS(deferred));
}

static void find_ranges(struct counts *counts) {
    const struct plan_sheet *plan = counts->plan;
    struct arena *arena = plan->matrix->context->arena;
    size_t years = (size_t)plan->matrix->year_count;
    counts->areas = range_of(plan, plan->columns.at[COLUMN_AREA]);
    counts->numbers = range_of(plan, plan->columns.at[COLUMN_NUMBER]);
    counts->owners = range_of(plan, plan->columns.at[COLUMN_OWNERS]);
    counts->supporters = range_of(plan, plan->columns.at[COLUMN_SUPPORT]);
    counts->status_cells = range_of(plan, plan->columns.at[COLUMN_STATUS]);
    counts->springs = arena_alloc(arena, years * sizeof *counts->springs);
    counts->autumns = arena_alloc(arena, years * sizeof *counts->autumns);
    for (size_t i = 0; i < years; i++) {
        counts->springs[i] = range_of(plan, plan->columns.at[COLUMN_YEARS] + 2 * i);
        counts->autumns[i] = range_of(plan, plan->columns.at[COLUMN_YEARS] + 2 * i + 1);
    }
    counts->separator = text_is(plan->owners.separator, "\n")
                            ? TEXT(NEW_LINE)
                            : formula_words(plan->owners.separator, arena);
    counts->planned = arena_alloc(arena, years * sizeof *counts->planned);
    for (size_t i = 0; i < years; i++)
        counts->planned[i] = planned_formula(counts, i);
}

static void find_words(struct counts *counts) {
    const struct view_context *context = counts->plan->matrix->context;
    const struct labels *labels = context->labels;
    counts->title = counts->plan->matrix->plan->title.text;
    counts->explanation = label(labels, TEXT("ark-oversikt-forklaring"));
    counts->owners_note = label(labels, TEXT("ark-per-ansvarlig-merknad"));
    counts->total = label(labels, TEXT("ark-sum"));
    counts->planned_title = label(labels, TEXT("ark-planlagt"));
    counts->deferred_title = label(labels, TEXT("ark-utsatt"));
    counts->deferred = matrix_mark_words(context, MARK_DEFERRED);
    counts->unknown = matrix_status_words(context, -1);
    counts->count = label(labels, TEXT("kolonne-antall"));
    counts->support = label(labels, TEXT("kolonne-støtte"));
    for (int i = 0; i < TABLE_KINDS; i++) {
        counts->bands[i] = label(labels, words[i].band);
        counts->keys[i] = label(labels, words[i].key);
        counts->names[i] = words[i].name.size > 0 ? label(labels, words[i].name) : TEXT("");
    }
}

static struct column *column_widths(const struct counts *counts) {
    struct column *widths =
        arena_alloc(counts->plan->matrix->context->arena, counts->column_count * sizeof *widths);
    for (size_t i = 0; i < counts->column_count; i++)
        widths[i].width = i == KEY     ? KEY_WIDTH
                          : i == NAME  ? NAME_WIDTH
                          : i == COUNT ? COUNT_WIDTH
                                       : YEAR_WIDTH;
    return widths;
}

struct sheet matrix_counts_sheet(const struct plan_sheet *plan) {
    const struct view_context *context = plan->matrix->context;
    struct counts *counts = arena_alloc(context->arena, sizeof *counts);
    counts->plan = plan;
    count_actions(counts);
    find_words(counts);
    find_ranges(counts);
    place_tables(counts);
    return (struct sheet){
        .name = label(context->labels, TEXT("ark-oversikt")),
        .columns = column_widths(counts),
        .column_count = counts->column_count,
        .row_count = counts->row_count,
        .row = counts_row,
        .context = counts,
        .landscape = plan->matrix->year_count >= WIDE_YEARS_FROM,
        .footer_left = text_format(context->arena, "%.*s %.*s",
                                   TEXT_ARGS(label(context->labels, TEXT("laget-fra"))),
                                   TEXT_ARGS(plan->matrix->plan->source->path)),
    };
}
