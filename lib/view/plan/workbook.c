// SPDX-License-Identifier: MIT
// The plan as a sheet that can be filtered: one row an action, with its area and goal in it.

#include "view/plan/matrix.h"

#include "view/plan/counts.h"

#include "base/writer.h"
#include "model/plan/title.h"

enum { LEGEND_COUNT = 5, NARROW_YEARS_FROM = 7, SHEET_COUNT = 2 };

enum word {
    WORD_SAME_AS,
    WORD_SEE,
    WORD_DEPENDS_ON,
    WORD_SHOWN_AS,
    WORD_DECIDED_IN,
    WORD_CASE,
    WORD_REMARK,
    WORD_GOAL_REMARK,
    WORD_COMMENT,
    WORD_LEGEND,
    WORD_LEGENDS, // the first of LEGEND_COUNT
    WORD_COUNT = WORD_LEGENDS + LEGEND_COUNT
};

static const struct text word_keys[WORD_COUNT] = {
    [WORD_SAME_AS] = TEXT_OF("plan-samme-som"),
    [WORD_SEE] = TEXT_OF("plan-se"),
    [WORD_DEPENDS_ON] = TEXT_OF("plan-avhenger-av"),
    [WORD_SHOWN_AS] = TEXT_OF("plan-omtalt-av"),
    [WORD_DECIDED_IN] = TEXT_OF("plan-vedtak-i"),
    [WORD_CASE] = TEXT_OF("sak"),
    [WORD_REMARK] = TEXT_OF("ark-merknad"),
    [WORD_GOAL_REMARK] = TEXT_OF("ark-merknad-mål"),
    [WORD_COMMENT] = TEXT_OF("plan-kommentar"),
    [WORD_LEGEND] = TEXT_OF("plan-forklaring"),
    [WORD_LEGENDS + 0] = TEXT_OF("plan-forklaring-start"),
    [WORD_LEGENDS + 1] = TEXT_OF("merke-x"),
    [WORD_LEGENDS + 2] = TEXT_OF("merke-høst"),
    [WORD_LEGENDS + 3] = TEXT_OF("merke-vår"),
    [WORD_LEGENDS + 4] = TEXT_OF("plan-forklaring-utsatt"),
};

// In an order in which each is seen to end.
static const enum cell_style legend_styles[LEGEND_COUNT] = {
    STYLE_BAR_START, STYLE_BAR, STYLE_BAR_AUTUMN, STYLE_BAR_SPRING, STYLE_DEFERRED,
};

static const struct {
    struct text label_key;
    double width;
    enum cell_style header;
} columns[COLUMN_KINDS] = {
    [COLUMN_AREA] = {TEXT_OF("kolonne-område"), 8.5, STYLE_HEADER},
    [COLUMN_NUMBER] = {TEXT_OF("kolonne-nr"), 7.5, STYLE_HEADER},
    [COLUMN_GOAL] = {TEXT_OF("kolonne-mål"), 26, STYLE_HEADER},
    [COLUMN_ACTION] = {TEXT_OF("kolonne-tiltak"), 58, STYLE_HEADER},
    [COLUMN_OWNERS] = {TEXT_OF("kolonne-ansvar"), 18, STYLE_HEADER},
    [COLUMN_SUPPORT] = {TEXT_OF("kolonne-støtte"), 16, STYLE_HEADER},
    [COLUMN_STATUS] = {TEXT_OF("kolonne-status"), 11, STYLE_HEADER},
    [COLUMN_PROGRESS] = {TEXT_OF("ark-fremdrift"), 10.5, STYLE_HEADER_RIGHT},
    [COLUMN_DEADLINE] = {TEXT_OF("kolonne-frist"), 11.5, STYLE_HEADER_RIGHT},
    [COLUMN_YEARS] = {TEXT_OF("filter-år"), 10, STYLE_HEADER_CENTRE},
    [COLUMN_REFERENCES] = {TEXT_OF("kolonne-henvisninger"), 18, STYLE_HEADER},
};

static void put_cell(const struct plan_sheet *plan, struct cell *cells, enum plan_column column,
                     struct cell cell) {
    if (plan->has[column])
        cells[plan->at[column]] = cell;
}

// Lines of a cell.

static void start_line(struct writer *lines) {
    if (lines->used > 0)
        writer_byte(lines, '\n');
}

static void put_numbers(struct writer *lines, struct text words, struct text before_each,
                        const struct scalar_list *numbers) {
    for (size_t i = 0; i < numbers->count; i++) {
        if (i == 0) {
            start_line(lines);
            writer_put(lines, words);
        }
        writer_put(lines, i == 0 ? TEXT(" ") : TEXT(", "));
        writer_put(lines, before_each);
        writer_put(lines, numbers->items[i].text);
    }
}

static void put_web_link(struct writer *lines, const struct web_link *link, bool alone) {
    start_line(lines);
    writer_put(lines, link->title.text);
    if (alone)
        return;
    writer_put(lines, TEXT(": "));
    writer_put(lines, link->url.text);
}

static void put_cases(const struct plan_sheet *plan, struct writer *lines,
                      const struct scalar_list *numbers, struct arena *arena) {
    struct text each = text_concat(arena, plan->words[WORD_CASE], TEXT("\u00A0"));
    put_numbers(lines, plan->words[WORD_DECIDED_IN], each, numbers);
}

// Words and links. A cell is one link at most: where it is more, addresses are written out.
static struct cell lines_cell(struct writer *lines, enum cell_style style,
                              const struct web_links *links) {
    bool alone = links->count == 1 && lines->used == 0;
    for (size_t i = 0; i < links->count; i++)
        put_web_link(lines, &links->items[i], alone);
    struct cell cell = cell_text(style, writer_text(lines));
    cell.link = alone ? links->items[0].url.text : TEXT("");
    return cell;
}

static const struct web_links *all_links(const struct web_links *some, const struct web_links *more,
                                         struct arena *arena) {
    if (some->count == 0 || more->count == 0)
        return some->count == 0 ? more : some;
    struct web_links *links = arena_alloc(arena, sizeof *links);
    links->count = some->count + more->count;
    links->items = arena_alloc(arena, links->count * sizeof *links->items);
    for (size_t i = 0; i < links->count; i++)
        links->items[i] = i < some->count ? some->items[i] : more->items[i - some->count];
    return links;
}

// `goal`: its first action also shows the texts about the goal as a whole; NULL for the others.
static struct cell references_cell(const struct plan_sheet *plan, const struct action *action,
                                   const struct goal *goal, struct arena *arena) {
    struct writer lines;
    writer_to_memory(&lines, arena);
    struct scalar_list original = {
        (struct scalar *)&action->original->number, action->original != action, {0, 0}};
    put_numbers(&lines, plan->words[WORD_SAME_AS], TEXT(""), &original);
    put_numbers(&lines, plan->words[WORD_SEE], TEXT(""), &action->see);
    put_numbers(&lines, plan->words[WORD_DEPENDS_ON], TEXT(""), &action->depends_on);
    for (const struct action *copy = action->first_copy; copy != NULL; copy = copy->next_copy) {
        struct scalar_list number = {(struct scalar *)&copy->number, 1, {0, 0}};
        put_numbers(&lines, plan->words[WORD_SHOWN_AS], TEXT(""), &number);
    }
    put_cases(plan, &lines, &action->decided_by, arena);
    if (goal == NULL)
        return lines_cell(&lines, STYLE_BODY, &action->links);
    put_cases(plan, &lines, &goal->decided_by, arena);
    return lines_cell(&lines, STYLE_BODY, all_links(&goal->links, &action->links, arena));
}

static void put_prose(struct writer *lines, struct text words, const struct prose *prose,
                      struct arena *arena) {
    if (prose_is_empty(prose))
        return;
    start_line(lines);
    if (words.size > 0) {
        writer_put(lines, words);
        writer_put(lines, TEXT(": "));
    }
    writer_put(lines, prose_plain(prose, false, arena));
}

static struct cell action_cell(const struct plan_sheet *plan, const struct action *action,
                               const struct goal *goal, struct arena *arena) {
    struct writer lines;
    writer_to_memory(&lines, arena);
    writer_put(&lines, action_short_title(action));
    put_prose(&lines, TEXT(""), &action->original->text, arena);
    put_prose(&lines, plan->words[WORD_REMARK], &action->remark, arena);
    put_prose(&lines, plan->words[WORD_COMMENT], &action->comment, arena);
    if (goal != NULL)
        put_prose(&lines, plan->words[WORD_GOAL_REMARK], &goal->remark, arena);
    return cell_text(STYLE_BODY, writer_text(&lines));
}

// Rows of an area and of an action.

// What the area calls its columns is said in its row, for the header is that of the whole sheet.
// The goals' column has the area's name, too; that of the actions, where no goal is shown. The
// numbers' column of this row stays empty: what has
// something there is counted as an action.
static struct text with_own_titles(const struct plan_sheet *plan, const struct area *area,
                                   struct arena *arena) {
    const struct text own[] = {area->columns.number.text, area->columns.goal.text,
                               area->columns.action.text};
    struct text shown[sizeof own / sizeof *own];
    size_t count = 0;
    for (size_t i = 0; i < (plan->has[COLUMN_GOAL] ? 2 : 3); i++)
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
    struct row row = row_empty(STYLE_AREA, plan->column_count, &cells, arena);
    put_cell(plan, cells, COLUMN_AREA, plan_area_cell(STYLE_AREA, area));
    put_cell(plan, cells, plan->has[COLUMN_GOAL] ? COLUMN_GOAL : COLUMN_ACTION,
             cell_text(STYLE_AREA, with_own_titles(plan, area, arena)));
    if (plan->has[COLUMN_GOAL] && area->columns.action.text.size > 0)
        put_cell(plan, cells, COLUMN_ACTION, cell_text(STYLE_AREA, area->columns.action.text));
    return row;
}

// The goal is in each of its rows, so that a filtered list shows what its actions are for. After
// the first row its look is subdued.
static struct cell goal_cell(const struct goal *goal, bool first, struct arena *arena) {
    struct text text = prose_plain(&goal->text, true, arena);
    struct text parts[] = {goal->number.text, text};
    size_t from = goal->is_numbered ? 0 : 1;
    return cell_text(first ? STYLE_GOAL : STYLE_GOAL_AGAIN,
                     text_join(arena, parts + from, 2 - from, TEXT(" ")));
}

// Texts about an area as a whole have a row of their own.
static bool area_has_remarks(const struct area *area) {
    return !prose_is_empty(&area->remark) || area->links.count > 0;
}

static struct row remarks_row(const struct plan_sheet *plan, const struct area *area,
                              struct arena *arena) {
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, plan->column_count, &cells, arena);
    struct writer lines;
    writer_to_memory(&lines, arena);
    put_prose(&lines, TEXT(""), &area->remark, arena);
    put_cell(plan, cells, COLUMN_AREA, plan_area_cell(STYLE_GOAL_AGAIN, area));
    put_cell(plan, cells, COLUMN_ACTION, lines_cell(&lines, STYLE_GOAL_AGAIN, &area->links));
    return row;
}

static enum cell_style style_of(struct bar bar) {
    if (bar.deferred)
        return STYLE_DEFERRED;
    switch (bar.halves) {
    case HALF_SPRING:
        return STYLE_BAR_SPRING;
    case HALF_AUTUMN:
        return STYLE_BAR_AUTUMN;
    case HALF_BOTH:
        return bar.work_starts ? STYLE_BAR_START : STYLE_BAR;
    default:
        return STYLE_BODY_CENTRE;
    }
}

static void put_years(const struct plan_sheet *plan, struct cell *cells,
                      const struct action *action) {
    const struct matrix *matrix = plan->matrix;
    const struct period *period = &matrix->plan->period;
    for (int i = 0; i < matrix->year_count; i++) {
        struct bar bar = matrix_bar(action, period->from + i, period);
        cells[plan->at[COLUMN_YEARS] + i] =
            cell_text(style_of(bar), matrix_mark_words(matrix->context, bar.mark));
    }
}

static void put_status(const struct plan_sheet *plan, struct cell *cells,
                       const struct action *action) {
    int status = action_status(action), percent = 0;
    struct text words =
        status < 0 ? TEXT(NO_STATUS) : matrix_status_words(plan->matrix->context, status);
    put_cell(plan, cells, COLUMN_STATUS, cell_text(STYLE_BODY, words));
    put_cell(plan, cells, COLUMN_PROGRESS,
             action_progress(action, &percent) ? cell_number(STYLE_BODY_RIGHT, percent)
                                               : cell_empty(STYLE_BODY));
    put_cell(plan, cells, COLUMN_DEADLINE, cell_date(STYLE_BODY_RIGHT, action->deadline.date));
}

static struct row action_row(const struct plan_sheet *plan, const struct matrix_place *place,
                             size_t index, struct arena *arena) {
    const struct action *action = place->goal->actions[index], *original = action->original;
    const struct goal *goal = place->goal->goal;
    const struct goal *whole = index == 0 ? goal : NULL;
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, plan->column_count, &cells, arena);
    struct text owners = matrix_owners_words(&plan->owners, &original->owners, arena);
    struct text support = matrix_owners_words(&plan->owners, &original->support, arena);
    put_cell(plan, cells, COLUMN_AREA, plan_area_cell(STYLE_GOAL_AGAIN, place->area->area));
    put_cell(plan, cells, COLUMN_NUMBER, cell_text(STYLE_NUMBER_KEY, action->number.text));
    put_cell(plan, cells, COLUMN_GOAL, goal_cell(goal, index == 0, arena));
    put_cell(plan, cells, COLUMN_ACTION, action_cell(plan, action, whole, arena));
    put_cell(plan, cells, COLUMN_OWNERS, cell_text(STYLE_BODY, owners));
    put_cell(plan, cells, COLUMN_SUPPORT, cell_text(STYLE_BODY, support));
    put_status(plan, cells, action);
    put_years(plan, cells, original);
    put_cell(plan, cells, COLUMN_REFERENCES, references_cell(plan, action, whole, arena));
    return row;
}

// The rows above the actions.

static struct row line_row(const struct plan_sheet *plan, enum cell_style style, struct text text,
                           struct arena *arena) {
    struct cell *cells;
    struct row row = row_empty(STYLE_PLAIN, plan->column_count, &cells, arena);
    cells[0] = cell_text(style, text);
    return row;
}

static struct row legend_row(const struct plan_sheet *plan, struct arena *arena) {
    struct cell *cells;
    struct row row = row_empty(STYLE_PLAIN, plan->column_count, &cells, arena);
    size_t first = plan->at[COLUMN_YEARS];
    if (first + LEGEND_COUNT > plan->column_count)
        first = (size_t)(plan->column_count - LEGEND_COUNT);
    for (size_t i = 0; i < LEGEND_COUNT; i++)
        cells[first + i] = cell_text(legend_styles[i], plan->words[WORD_LEGENDS + i]);
    cells[first < 2 ? 0 : first - 2] = cell_text(STYLE_SUBTITLE, plan->words[WORD_LEGEND]);
    return row;
}

static struct row header_row(const struct plan_sheet *plan, struct arena *arena) {
    struct cell *cells;
    struct row row = row_empty(STYLE_HEADER, plan->column_count, &cells, arena);
    for (int i = 0; i < COLUMN_KINDS; i++)
        put_cell(plan, cells, (enum plan_column)i, cell_text(columns[i].header, plan->titles[i]));
    for (int i = 0; i < plan->matrix->year_count; i++)
        cells[plan->at[COLUMN_YEARS] + i] =
            cell_number(STYLE_HEADER_CENTRE, plan->matrix->plan->period.from + i);
    return row;
}

static struct row head_row(const struct plan_sheet *plan, size_t index, struct arena *arena) {
    if (index == 0)
        return line_row(plan, STYLE_TITLE, plan->matrix->plan->title.text, arena);
    if (index == 1)
        return line_row(plan, STYLE_SUBTITLE, plan->summary, arena);
    if (index + 1 == plan->head_rows)
        return header_row(plan, arena);
    if (index + 2 == plan->head_rows)
        return legend_row(plan, arena);
    return line_row(plan, STYLE_SUBTITLE, plan->selection, arena);
}

static bool is_without_actions(const struct matrix_goal *goal) {
    return goal->goal != NULL && goal->action_count == 0;
}

static struct row empty_goal_row(const struct plan_sheet *plan, const struct matrix_place *place,
                                 struct arena *arena) {
    const struct goal *goal = place->goal->goal;
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, plan->column_count, &cells, arena);
    struct writer lines;
    writer_to_memory(&lines, arena);
    put_prose(&lines, plan->words[WORD_GOAL_REMARK], &goal->remark, arena);
    put_cell(plan, cells, COLUMN_AREA, plan_area_cell(STYLE_GOAL_AGAIN, place->area->area));
    put_cell(plan, cells, COLUMN_GOAL, goal_cell(goal, true, arena));
    put_cell(plan, cells, COLUMN_ACTION, cell_text(STYLE_BODY, writer_text(&lines)));
    writer_to_memory(&lines, arena);
    put_cases(plan, &lines, &goal->decided_by, arena);
    put_cell(plan, cells, COLUMN_REFERENCES, lines_cell(&lines, STYLE_BODY, &goal->links));
    return row;
}

static size_t headings(const struct matrix_area *area, const struct matrix_goal *goal) {
    size_t own = is_without_actions(goal) ? 1 : 0;
    if (!matrix_is_first_goal(area, goal) || !area_is_said(area->area))
        return own;
    return (area_has_remarks(area->area) ? 2 : 1) + own;
}

static struct row plan_row(const void *context, size_t index, struct arena *arena) {
    const struct plan_sheet *plan = context;
    if (index < plan->head_rows)
        return head_row(plan, index, arena);
    index -= plan->head_rows;
    const struct matrix_place *place = matrix_rows_find(&plan->rows, index);
    size_t before = headings(place->area, place->goal);
    index -= place->first_row;
    if (index >= before)
        return action_row(plan, place, index - before, arena);
    if (is_without_actions(place->goal) && index + 1 == before)
        return empty_goal_row(plan, place, arena);
    return index == 0 ? area_row(plan, place->area->area, arena)
                      : remarks_row(plan, place->area->area, arena);
}

static void find_columns(struct plan_sheet *plan) {
    const struct matrix *matrix = plan->matrix;
    for (int i = 0; i < COLUMN_KINDS; i++)
        plan->has[i] = i != COLUMN_SUPPORT && i != COLUMN_PROGRESS && i != COLUMN_DEADLINE;
    plan->has[COLUMN_SUPPORT] = plan->owners.supporters > 0;
    plan->has[COLUMN_GOAL] = matrix->shows.goals;
    plan->has[COLUMN_OWNERS] = matrix->shows.owners;
    for (size_t i = 0; i < plan->rows.place_count; i++)
        for (size_t j = 0; j < plan->rows.places[i].goal->action_count; j++) {
            const struct action *action = plan->rows.places[i].goal->actions[j];
            plan->has[COLUMN_PROGRESS] |=
                action->progress.at.line > 0 || action->original->progress.at.line > 0;
            plan->has[COLUMN_DEADLINE] |= action->deadline.date.year != 0;
        }
    for (int i = 0; i < COLUMN_KINDS; i++) {
        plan->at[i] = plan->column_count;
        size_t width = i == COLUMN_YEARS ? (size_t)matrix->year_count : 1;
        if (plan->has[i])
            plan->column_count = (uint16_t)(plan->column_count + width);
    }
}

// Rows are made in an arena that is emptied again and again: what the labels keep must not be asked
// for here for the first time.
static void find_words(struct plan_sheet *plan) {
    const struct labels *labels = plan->matrix->context->labels;
    for (size_t i = 0; i < WORD_COUNT; i++)
        plan->words[i] = label(labels, word_keys[i]);
    for (size_t i = 0; i < COLUMN_KINDS; i++)
        plan->titles[i] = label(labels, columns[i].label_key);
    plan->name = label(labels, TEXT("ark-plan"));
    plan->summary = matrix_summary(plan->matrix);
    plan->selection = matrix_selection_words(plan->matrix);
}

static struct column *column_widths(const struct plan_sheet *plan) {
    int years = plan->matrix->year_count;
    struct column *widths =
        arena_alloc(plan->matrix->context->arena, plan->column_count * sizeof *widths);
    for (int i = 0; i < COLUMN_KINDS; i++)
        if (plan->has[i])
            widths[plan->at[i]].width = columns[i].width;
    for (int i = 0; i < years; i++)
        widths[plan->at[COLUMN_YEARS] + i].width =
            years < NARROW_YEARS_FROM ? columns[COLUMN_YEARS].width : 9;
    return widths;
}

static struct sheet plan_sheet_of(const struct plan_sheet *plan) {
    const struct view_context *context = plan->matrix->context;
    return (struct sheet){
        .name = plan->name,
        .columns = column_widths(plan),
        .column_count = plan->column_count,
        .row_count = plan->head_rows + plan->rows.row_count,
        .row = plan_row,
        .context = plan,
        .head_rows = plan->head_rows,
        .repeated_rows = 1,
        .frozen_columns = (uint16_t)(plan->at[COLUMN_NUMBER] + 1),
        .filter_rows = (uint32_t)plan->rows.row_count,
        .landscape = true,
        .footer_left = text_format(context->arena, "%.*s %.*s",
                                   TEXT_ARGS(label(context->labels, TEXT("laget-fra"))),
                                   TEXT_ARGS(plan->matrix->plan->source->path)),
    };
}

const struct workbook *matrix_workbook(const struct matrix *matrix) {
    const struct view_context *context = matrix->context;
    struct plan_sheet *plan = arena_alloc(context->arena, sizeof *plan);
    *plan = (struct plan_sheet){
        .matrix = matrix,
        .rows = matrix_rows_make(matrix, headings),
        .owners = matrix_owners_find(matrix),
    };
    find_words(plan);
    find_columns(plan);
    plan->head_rows = plan->selection.size > 0 ? 5 : 4;
    struct sheet *sheets = arena_alloc(context->arena, SHEET_COUNT * sizeof *sheets);
    sheets[0] = plan_sheet_of(plan);
    sheets[1] = matrix_counts_sheet(plan);
    struct workbook *workbook = arena_alloc(context->arena, sizeof *workbook);
    *workbook = (struct workbook){
        .title = matrix->plan->title.text,
        .author = context->repository->organisation->name.text,
        .page_word = label(context->labels, TEXT("side")),
        .of_word = label(context->labels, TEXT("av")),
        .created = context->created,
        .sheets = sheets,
        .sheet_count = SHEET_COUNT,
    };
    return workbook;
}
