// SPDX-License-Identifier: MIT
// The matrix: a short row an action, below a line for its area and one for its goal. What is
// planned in a half of a year is a filled cell, so that a row has a thin bar.

#include "view/plan/matrix_sheet.h"

#include "base/workbook_lines.h"
#include "base/writer.h"
#include "model/plan/title.h"
#include "view/deadline.h"
#include "view/formula.h"

enum { HALVES = 2, MONTH_LETTERS = 3 };
#define PLANNED "x" // a half of a year of which there is no more to say

// How a bar looks by what its status means: as its cell is filled, as it is with its condition, and
// in the legend.
struct look {
    enum cell_style bar, sign;
    enum condition_look condition;
};

#define LOOK(name)                                                                                 \
    { STYLE_BAR##name, STYLE_SIGN##name, CONDITION_BAR##name }
static const struct look plain = LOOK();
static const struct look looks[STATUS_COUNT] = {
    [STATUS_NOT_STARTED] = LOOK(_NOT_STARTED),
    [STATUS_ONGOING] = LOOK(_ONGOING),
    [STATUS_WAITING] = LOOK(_WAITING),
    [STATUS_DEFERRED] = LOOK(_DEFERRED),
    [STATUS_DONE] = LOOK(_DONE),
    [STATUS_DROPPED] = LOOK(_DROPPED),
};

static const struct look *look_of(int status) {
    return status < 0 ? &plain : &looks[status];
}

static enum cell_style style_of(struct bar bar) {
    return look_of(bar.deferred ? STATUS_DEFERRED : bar.status)->bar;
}

// A column is so wide, up to `most`, that its rows have two lines: bars are as high as their rows.
static const struct {
    double width, most;
    enum cell_style header;
} columns[COLUMN_KINDS] = {
    [COLUMN_AREA] = {8.5, 8.5, STYLE_HEADER},   [COLUMN_NUMBER] = {7.5, 7.5, STYLE_HEADER},
    [COLUMN_ACTION] = {40, 46, STYLE_HEADER},   [COLUMN_OWNERS] = {26, 52, STYLE_HEADER},
    [COLUMN_SUPPORT] = {20, 40, STYLE_HEADER},  [COLUMN_STATUS] = {12.5, 12.5, STYLE_HEADER},
    [COLUMN_PROGRESS] = {11, 11, STYLE_HEADER}, [COLUMN_DEADLINE] = {12, 20, STYLE_HEADER_RIGHT},
    [COLUMN_YEARS] = {6, 6, STYLE_HEADER_HALF}, [COLUMN_REFERENCES] = {29, 44, STYLE_HEADER},
};

// Rows of an area, a goal and an action.

// What the area calls its columns is said in its row, for the header is that of the whole sheet.
// The numbers' column of this row stays empty: what has something there is counted as an action.
static struct text area_words(const struct area *area, struct arena *arena) {
    const struct text own[] = {area->columns.number.text, area->columns.goal.text,
                               area->columns.action.text};
    struct text shown[sizeof own / sizeof *own];
    size_t count = 0;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i].size > 0)
            shown[count++] = own[i];
    if (count == 0)
        return area->name.text;
    struct text titles = text_join(arena, shown, count, TEXT(", "));
    return text_format(arena, "%.*s (%.*s)", TEXT_ARGS(area->name.text), TEXT_ARGS(titles));
}

static struct row area_row(const struct plan_sheet *plan, const struct area *area,
                           struct arena *arena) {
    struct cell *cells;
    struct row row = row_empty(STYLE_AREA, plan->columns.count, &cells, arena);
    plan_put_cell(&plan->columns, cells, COLUMN_AREA, plan_area_cell(STYLE_AREA, area));
    plan_put_cell(&plan->columns, cells, COLUMN_ACTION,
                  cell_text(STYLE_AREA, area_words(area, arena)));
    return row;
}

static struct row goal_row(const struct plan_sheet *plan, const struct matrix_place *place,
                           struct arena *arena) {
    struct text words = plan_goal_words(place->goal->goal, arena);
    struct cell *cells;
    struct row row = row_empty(STYLE_GOAL_LINE, plan->columns.count, &cells, arena);
    plan_put_cell(&plan->columns, cells, COLUMN_AREA,
                  plan_area_cell(STYLE_GOAL_LINE, place->area->area));
    plan_put_cell(&plan->columns, cells, COLUMN_ACTION, cell_text(STYLE_GOAL_LINE, words));
    return row;
}

// A month by its first letters; what is shorter is as it was.
static struct text short_words(struct text words) {
    size_t end = 0;
    for (int i = 0; i < MONTH_LETTERS && end < words.size; i++)
        text_next_code_point(words, &end);
    return text_slice(words, 0, end);
}

// The bar's first cell of a year says what the bar does not; else that there is a mark, for those
// who do not see the bar, and for the formulas. The status is in a column of its own.
static struct text mark_words(const struct plan_sheet *plan, struct bar bar) {
    const struct view_context *context = plan->matrix->context;
    struct text words = matrix_mark_words(context, bar.mark);
    if (bar.deferred)
        return words;
    if (bar.work_starts)
        return plan->words[WORD_START];
    if (bar.mark >= MARK_RANGE) {
        struct mark_ends ends = mark_ends(bar.mark);
        return text_format(context->arena, "%.*s\u2013%.*s",
                           TEXT_ARGS(short_words(matrix_mark_words(context, ends.from))),
                           TEXT_ARGS(short_words(matrix_mark_words(context, ends.to))));
    }
    if (bar.mark >= MARK_MONTH)
        return short_words(words);
    if (bar.mark >= MARK_QUARTER)
        return words;
    bool says_more = bar.mark == MARK_STARTED || bar.mark == MARK_ONGOING;
    return says_more && (bar.start || bar.mark != MARK_ONGOING) ? words : TEXT(PLANNED);
}

static void put_years(const struct plan_sheet *plan, struct cell *cells,
                      const struct action *action) {
    const struct matrix *matrix = plan->matrix;
    const struct period *period = &matrix->plan->period;
    for (int i = 0; i < matrix->year_count; i++) {
        struct cell *halves = cells + plan->columns.at[COLUMN_YEARS] + HALVES * i;
        struct bar bar = matrix_bar(action, period->from + i, period);
        bool spring = (bar.halves & HALF_SPRING) != 0, autumn = (bar.halves & HALF_AUTUMN) != 0;
        halves[0] = cell_empty(spring ? style_of(bar) : STYLE_SPRING);
        halves[1] = cell_empty(autumn ? style_of(bar) : STYLE_AUTUMN);
        if (spring || autumn)
            halves[spring ? 0 : 1] = cell_text(style_of(bar), mark_words(plan, bar));
        if (spring && autumn)
            halves[1] =
                cell_text(style_of(bar), bar.deferred ? mark_words(plan, bar) : TEXT(PLANNED));
    }
}

// A day as a day, other deadlines in their words.
static struct cell deadline_cell(const struct plan_sheet *plan, const struct action *action,
                                 struct arena *arena) {
    struct text written = action->deadline.text.text;
    struct date day = {0, 0, 0};
    if (written.size == 0 || date_parse(written, &day))
        return cell_date(STYLE_BODY_RIGHT, day);
    return cell_text(STYLE_BODY,
                     deadline_words(plan->matrix->context->labels, &action->deadline, arena));
}

static void put_state(const struct plan_sheet *plan, struct cell *cells,
                      const struct action *action, struct arena *arena) {
    int percent = 0;
    bool has_progress = action_progress(action, &percent);
    plan_put_cell(&plan->columns, cells, COLUMN_STATUS,
                  cell_text(STYLE_BODY, plan_status_words(plan, action)));
    plan_put_cell(&plan->columns, cells, COLUMN_PROGRESS,
                  has_progress ? cell_number(STYLE_BODY_RIGHT, percent) : cell_empty(STYLE_BODY));
    plan_put_cell(&plan->columns, cells, COLUMN_DEADLINE, deadline_cell(plan, action, arena));
}

static struct row action_row(const struct plan_sheet *plan, const struct matrix_place *place,
                             size_t index, struct arena *arena) {
    const struct plan_columns *sheet = &plan->columns;
    const struct action *action = place->goal->actions[index];
    uint32_t text_row = plan_texts_row(plan, (size_t)(place - plan->rows.places), index);
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, sheet->count, &cells, arena);
    struct writer references;
    writer_to_memory(&references, arena);
    plan_put_references(plan, &references, TEXT("; "), action, arena);
    plan_put_cell(sheet, cells, COLUMN_AREA, plan_area_cell(STYLE_BODY_AGAIN, place->area->area));
    plan_put_cell(sheet, cells, COLUMN_NUMBER,
                  plan_number_cell(action, plan->texts_name, text_row,
                                   plan->text_columns.at[COLUMN_NUMBER], arena));
    plan_put_cell(sheet, cells, COLUMN_ACTION, cell_text(STYLE_BODY, action_title(action, arena)));
    plan_put_owners(plan, sheet, cells, action, arena);
    put_state(plan, cells, action, arena);
    put_years(plan, cells, action);
    plan_put_cell(sheet, cells, COLUMN_REFERENCES, cell_text(STYLE_BODY, writer_text(&references)));
    return row;
}

// The rows above the actions.

// A bar as an example, two halves wide, for each sign that is a bar and occurs.
static size_t legend_signs(const struct plan_sheet *plan, enum sign *signs) {
    static const enum sign bars[] = {SIGN_PLANNED,  SIGN_NOT_STARTED, SIGN_ONGOING, SIGN_WAITING,
                                     SIGN_DEFERRED, SIGN_DONE,        SIGN_DROPPED};
    size_t count = 0;
    for (size_t i = 0; i < sizeof bars / sizeof *bars; i++)
        if (plan->signs.has[bars[i]])
            signs[count++] = bars[i];
    return count;
}

static uint32_t legend_rows(const struct plan_sheet *plan) {
    enum sign signs[SIGN_COUNT];
    size_t years = (size_t)plan->matrix->year_count;
    return (uint32_t)((legend_signs(plan, signs) + years - 1) / years);
}

static struct row legend_row(const struct plan_sheet *plan, size_t index, struct arena *arena) {
    enum sign signs[SIGN_COUNT];
    size_t years = (size_t)plan->matrix->year_count, count = legend_signs(plan, signs);
    size_t first = plan->columns.at[COLUMN_YEARS];
    struct cell *cells;
    struct row row = row_empty(STYLE_PLAIN, plan->columns.count, &cells, arena);
    for (size_t i = 0; i < years && index * years + i < count; i++) {
        struct bar bar = matrix_sign_bar(signs[index * years + i]);
        struct text words = bar.deferred ? matrix_mark_words(plan->matrix->context, MARK_DEFERRED)
                            : bar.status < 0
                                ? matrix_mark_words(plan->matrix->context, MARK_ALL_YEAR)
                                : matrix_meaning_words(plan->matrix->context, bar.status);
        enum cell_style sign = look_of(bar.deferred ? STATUS_DEFERRED : bar.status)->sign;
        cells[first + HALVES * i] = cell_text(sign, words);
        cells[first + HALVES * i].span = HALVES;
    }
    if (index == 0)
        cells[first - 1] = cell_text(STYLE_SUBTITLE_RIGHT, plan->words[WORD_LEGEND]);
    return row;
}

static struct row header_row(const struct plan_sheet *plan, struct arena *arena) {
    struct cell *cells;
    struct row row = row_empty(STYLE_HEADER, plan->columns.count, &cells, arena);
    for (int i = 0; i < COLUMN_KINDS; i++)
        plan_put_cell(&plan->columns, cells, (enum plan_column)i,
                      cell_text(columns[i].header, plan->titles[i]));
    for (int i = 0; i < HALVES * plan->matrix->year_count; i++)
        cells[plan->columns.at[COLUMN_YEARS] + i] = cell_text(
            STYLE_HEADER_HALF,
            text_format(arena, "%d\n%.*s", plan->matrix->plan->period.from + i / HALVES,
                        TEXT_ARGS(plan->words[i % HALVES == 0 ? WORD_SPRING : WORD_AUTUMN])));
    return row;
}

static size_t lines_above(const struct plan_sheet *plan) {
    return plan->selection.size > 0 ? 3 : 2;
}

uint32_t plan_matrix_head_rows(const struct plan_sheet *plan) {
    return (uint32_t)lines_above(plan) + legend_rows(plan) + 1;
}

static struct row head_row(const struct plan_sheet *plan, size_t index, struct arena *arena) {
    const struct text lines[] = {plan->matrix->plan->title.text, plan->summary, plan->selection};
    if (index < lines_above(plan))
        return plan_line_row(&plan->columns, index == 0 ? STYLE_TITLE : STYLE_SUBTITLE,
                             lines[index], arena);
    if (index + 1 == plan->head_rows)
        return header_row(plan, arena);
    return legend_row(plan, index - lines_above(plan), arena);
}

static struct row plan_row(const void *context, size_t index, struct arena *arena) {
    const struct plan_sheet *plan = context;
    if (index < plan->head_rows)
        return head_row(plan, index, arena);
    index -= plan->head_rows;
    const struct matrix_place *place = matrix_rows_find(&plan->rows, index);
    size_t before = plan_matrix_headings(place->area, place->goal);
    index -= place->first_row;
    if (index >= before)
        return action_row(plan, place, index - before, arena);
    return index == 0 && plan_has_area_row(place->area, place->goal)
               ? area_row(plan, place->area->area, arena)
               : goal_row(plan, place, arena);
}

static double widened(double width, double most, const struct cell *cell) {
    enum { MOST_LINES = 2 };
    while (cell->kind == CELL_TEXT && width < most &&
           workbook_lines(cell->text, width - WORKBOOK_INDENT, WORKBOOK_TYPE, false) > MOST_LINES)
        width++;
    return width < most ? width : most;
}

static void widen_for(const struct plan_sheet *plan, const struct matrix_place *place,
                      struct column *widths) {
    struct arena *arena = plan->matrix->context->arena;
    for (size_t index = 0; index < place->goal->action_count; index++) {
        struct arena_savepoint saved = arena_save(arena);
        struct row row = action_row(plan, place, index, arena);
        for (int i = 0; i < COLUMN_KINDS; i++) {
            uint16_t at = plan->columns.at[i];
            if (plan->columns.has[i] && i != COLUMN_YEARS)
                widths[at].width = widened(widths[at].width, columns[i].most, &row.cells[at]);
        }
        arena_release(arena, saved);
    }
}

static struct column *column_widths(const struct plan_sheet *plan) {
    struct column *widths =
        arena_alloc(plan->matrix->context->arena, plan->columns.count * sizeof *widths);
    for (int i = 0; i < COLUMN_KINDS; i++)
        if (plan->columns.has[i])
            widths[plan->columns.at[i]].width = columns[i].width;
    for (int i = 0; i < HALVES * plan->matrix->year_count; i++)
        widths[plan->columns.at[COLUMN_YEARS] + i].width = columns[COLUMN_YEARS].width;
    for (size_t i = 0; i < plan->rows.place_count; i++)
        widen_for(plan, &plan->rows.places[i], widths);
    return widths;
}

// The statuses that there are, to choose from; NULL where the plan's own words are more than a
// workbook takes in a list.
static struct entry_rule *status_rule(const struct plan_sheet *plan) {
    enum { MOST_CHARACTERS = 255 };
    const struct view_context *context = plan->matrix->context;
    const int count = matrix_scale(context)->count;
    const char **words = arena_alloc(context->arena, ((size_t)count + 2) * sizeof *words);
    struct entry_rule *rule = arena_alloc(context->arena, sizeof *rule);
    size_t characters = text_length(TEXT(NO_STATUS));
    for (int i = 0; i < count; i++) {
        struct text word = matrix_status_words(context, i);
        characters += text_length(word) + 1;
        words[i] = text_copy(context->arena, word).data;
        if (text_find(word, ',') < word.size) // it would be two words of the list
            return NULL;
    }
    words[count] = NO_STATUS;
    if (characters > MOST_CHARACTERS)
        return NULL;
    uint16_t column = plan->columns.at[COLUMN_STATUS];
    *rule = (struct entry_rule){
        .area = {plan->head_rows, plan->head_rows + (uint32_t)plan->rows.row_count - 1, column,
                 column},
        .kind = ENTRY_WORDS,
        .words = words,
    };
    return rule;
}

// A condition for each word of the status, and for none: a bar is what has words. One that is
// deferred by itself has the last.
static size_t bar_conditions(const struct plan_sheet *plan, const struct condition **conditions) {
    const struct view_context *context = plan->matrix->context;
    struct arena *arena = context->arena;
    const int count = matrix_scale(context)->count;
    const uint16_t first = plan->columns.at[COLUMN_YEARS];
    const struct cell_area area = {plan->head_rows,
                                   plan->head_rows + (uint32_t)plan->rows.row_count - 1, first,
                                   (uint16_t)(first + HALVES * plan->matrix->year_count - 1)};
    struct condition *made = arena_alloc(arena, ((size_t)count + 2) * sizeof *made);
    struct text status = formula_row_cell(plan->head_rows, plan->columns.at[COLUMN_STATUS], arena);
    struct text half = formula_row_cell(plan->head_rows, first, arena);
    half = text_slice(half, 1, half.size); // of each column
    struct text deferred = formula_words(matrix_mark_words(context, MARK_DEFERRED), arena);
    for (int i = 0; i <= count; i++) {
        int meaning = i < count ? matrix_status_meaning(context, i) : -1;
        struct text word = i < count ? matrix_status_words(context, i) : TEXT(NO_STATUS);
        struct text formula = text_format(arena, "AND(%.*s<>\"\",%.*s<>%.*s,%.*s=%.*s)",
                                          TEXT_ARGS(half), TEXT_ARGS(half), TEXT_ARGS(deferred),
                                          TEXT_ARGS(status), TEXT_ARGS(formula_words(word, arena)));
        made[i] = (struct condition){area, formula, look_of(meaning)->condition};
    }
    made[count + 1] = (struct condition){
        area, text_format(arena, "%.*s=%.*s", TEXT_ARGS(half), TEXT_ARGS(deferred)),
        look_of(STATUS_DEFERRED)->condition};
    *conditions = made;
    return plan->rows.row_count > 0 ? (size_t)count + 2 : 0;
}

struct sheet plan_matrix_sheet(const struct plan_sheet *plan) {
    const struct condition *conditions;
    const size_t condition_count = bar_conditions(plan, &conditions);
    const struct entry_rule *statuses = plan->rows.row_count > 0 ? status_rule(plan) : NULL;
    return (struct sheet){
        .name = plan->name,
        .columns = column_widths(plan),
        .column_count = plan->columns.count,
        .row_count = plan->head_rows + plan->rows.row_count,
        .row = plan_row,
        .context = plan,
        .head_rows = plan->head_rows,
        .repeated_rows = 1,
        .frozen_columns = (uint16_t)(plan->columns.at[COLUMN_NUMBER] + 1),
        .filter_rows = (uint32_t)plan->rows.row_count,
        .landscape = true,
        .conditions = conditions,
        .condition_count = condition_count,
        .entries = statuses,
        .entry_count = statuses != NULL ? 1 : 0,
        .footer_left = plan->footer,
    };
}
