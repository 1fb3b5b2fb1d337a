// SPDX-License-Identifier: MIT
// The texts: a row an action with all that was written about it, and about its goal and area.

#include "view/plan/texts_sheet.h"

#include "base/writer.h"
#include "model/plan/title.h"
#include "view/formula.h"

enum { LINES_ABOVE = PLAN_TEXTS_HEAD_ROWS - 1 };

static const struct {
    double width;
} columns[COLUMN_KINDS] = {
    [COLUMN_AREA] = {8.5},  [COLUMN_NUMBER] = {8},  [COLUMN_GOAL] = {30},
    [COLUMN_ACTION] = {57}, [COLUMN_OWNERS] = {20}, [COLUMN_SUPPORT] = {16},
    [COLUMN_STATUS] = {13}, [COLUMN_WHEN] = {18},   [COLUMN_REFERENCES] = {24},
};

static void start_line(struct writer *lines) {
    if (lines->used > 0)
        writer_byte(lines, '\n');
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

static void put_web_link(struct writer *lines, const struct web_link *link, bool alone) {
    start_line(lines);
    writer_put(lines, link->title.text);
    if (alone)
        return;
    writer_put(lines, TEXT(": "));
    writer_put(lines, link->url.text);
}

// Words and links. A cell is one link at most: where it is more, addresses are written out.
static struct cell lines_cell(struct writer *lines, const struct web_links *some,
                              const struct web_links *more) {
    const struct web_links *lists[] = {some, more};
    bool alone = some->count + more->count == 1 && lines->used == 0;
    struct text link = TEXT("");
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < lists[i]->count; k++) {
            put_web_link(lines, &lists[i]->items[k], alone);
            link = alone ? lists[i]->items[k].url.text : link;
        }
    struct cell cell = cell_text(STYLE_BODY, writer_text(lines));
    cell.link = link;
    return cell;
}

static const struct web_links no_links;

// `goal`: its first action also shows the texts about the goal as a whole; NULL for the others.
static struct cell references_cell(const struct plan_sheet *plan, const struct action *action,
                                   const struct goal *goal, struct arena *arena) {
    struct writer lines;
    writer_to_memory(&lines, arena);
    plan_put_references(plan, &lines, TEXT("\n"), action, arena);
    if (goal != NULL)
        plan_put_cases(plan, &lines, TEXT("\n"), &goal->decided_by, arena);
    return lines_cell(&lines, goal == NULL ? &no_links : &goal->links, &action->links);
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

static void put_year(struct writer *words, int from, int to, struct text mark) {
    writer_put(words, words->used > 0 ? TEXT(", ") : TEXT(""));
    writer_number(words, from);
    if (to > from) {
        writer_put(words, TEXT("–"));
        writer_number(words, to);
    }
    writer_put(words, mark.size > 0 ? TEXT(" ") : TEXT(""));
    writer_put(words, mark);
}

// "2022 oppstart høst, 2023–2025": each mark of the period in words; what is planned all year says
// no more than its year.
static struct cell when_cell(const struct plan_sheet *plan, const struct action *action,
                             struct arena *arena) {
    const struct period *period = &plan->matrix->plan->period;
    struct writer words;
    writer_to_memory(&words, arena);
    for (int year = period->from, next; year <= period->to; year = next) {
        enum mark mark = action_mark(action->original, year);
        for (next = year + 1; next <= period->to; next++)
            if (mark != MARK_ALL_YEAR || action_mark(action->original, next) != mark)
                break;
        if (mark != MARK_NONE)
            put_year(&words, year, next - 1,
                     mark == MARK_ALL_YEAR ? TEXT("")
                                           : matrix_mark_words(plan->matrix->context, mark));
    }
    return cell_text(STYLE_BODY, writer_text(&words));
}

// It is chosen in the matrix, whose rows may have been sorted since.
static struct cell status_cell(const struct plan_sheet *plan, const struct action *action,
                               uint32_t row, struct arena *arena) {
    struct text number = formula_row_cell(row, plan->text_columns.at[COLUMN_NUMBER], arena);
    return cell_formula(text_format(arena, "INDEX(%.*s,MATCH(%.*s,%.*s,0))",
                                    TEXT_ARGS(plan->statuses), TEXT_ARGS(number),
                                    TEXT_ARGS(plan->numbers)),
                        cell_text(STYLE_BODY, plan_status_words(plan, action)));
}

static struct row action_row(const struct plan_sheet *plan, const struct matrix_place *place,
                             size_t index, struct arena *arena) {
    const struct plan_columns *sheet = &plan->text_columns;
    const struct action *action = place->goal->actions[index];
    const struct goal *goal = place->goal->goal;
    const struct goal *whole = index == 0 ? goal : NULL;
    size_t place_index = (size_t)(place - plan->text_rows.places);
    uint32_t row_here = plan_texts_row(plan, place_index, index);
    uint32_t row_there = plan_matrix_row(plan, place_index, index);
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, sheet->count, &cells, arena);
    plan_put_cell(sheet, cells, COLUMN_AREA, plan_area_cell(STYLE_BODY_AGAIN, place->area->area));
    plan_put_cell(
        sheet, cells, COLUMN_NUMBER,
        plan_number_cell(action, plan->name, row_there, plan->columns.at[COLUMN_NUMBER], arena));
    plan_put_cell(
        sheet, cells, COLUMN_GOAL,
        cell_text(index == 0 ? STYLE_BODY : STYLE_BODY_AGAIN, plan_goal_words(goal, arena)));
    plan_put_cell(sheet, cells, COLUMN_ACTION, action_cell(plan, action, whole, arena));
    plan_put_owners(plan, sheet, cells, action, arena);
    plan_put_cell(sheet, cells, COLUMN_STATUS, status_cell(plan, action, row_here, arena));
    plan_put_cell(sheet, cells, COLUMN_WHEN, when_cell(plan, action, arena));
    plan_put_cell(sheet, cells, COLUMN_REFERENCES, references_cell(plan, action, whole, arena));
    return row;
}

// Texts about an area as a whole have a row of their own.
static struct row remarks_row(const struct plan_sheet *plan, const struct area *area,
                              struct arena *arena) {
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, plan->text_columns.count, &cells, arena);
    struct writer lines;
    writer_to_memory(&lines, arena);
    put_prose(&lines, TEXT(""), &area->remark, arena);
    plan_put_cell(&plan->text_columns, cells, COLUMN_AREA, plan_area_cell(STYLE_BODY_AGAIN, area));
    plan_put_cell(&plan->text_columns, cells, COLUMN_ACTION,
                  lines_cell(&lines, &area->links, &no_links));
    return row;
}

static struct row empty_goal_row(const struct plan_sheet *plan, const struct matrix_place *place,
                                 struct arena *arena) {
    const struct plan_columns *sheet = &plan->text_columns;
    const struct goal *goal = place->goal->goal;
    struct cell *cells;
    struct row row = row_empty(STYLE_BODY, sheet->count, &cells, arena);
    struct writer lines;
    writer_to_memory(&lines, arena);
    put_prose(&lines, plan->words[WORD_GOAL_REMARK], &goal->remark, arena);
    plan_put_cell(sheet, cells, COLUMN_AREA, plan_area_cell(STYLE_BODY_AGAIN, place->area->area));
    plan_put_cell(sheet, cells, COLUMN_GOAL, cell_text(STYLE_BODY, plan_goal_words(goal, arena)));
    plan_put_cell(sheet, cells, COLUMN_ACTION, cell_text(STYLE_BODY, writer_text(&lines)));
    writer_to_memory(&lines, arena);
    plan_put_cases(plan, &lines, TEXT("\n"), &goal->decided_by, arena);
    plan_put_cell(sheet, cells, COLUMN_REFERENCES, lines_cell(&lines, &goal->links, &no_links));
    return row;
}

static struct row head_row(const struct plan_sheet *plan, size_t index, struct arena *arena) {
    const struct text lines[LINES_ABOVE] = {plan->matrix->plan->title.text,
                                            plan->words[WORD_TEXTS]};
    struct cell *cells;
    if (index < LINES_ABOVE)
        return plan_line_row(&plan->text_columns, index == 0 ? STYLE_TITLE : STYLE_SUBTITLE,
                             lines[index], arena);
    struct row row = row_empty(STYLE_HEADER, plan->text_columns.count, &cells, arena);
    for (int i = 0; i < COLUMN_KINDS; i++)
        plan_put_cell(&plan->text_columns, cells, (enum plan_column)i,
                      cell_text(STYLE_HEADER, plan->titles[i]));
    return row;
}

static struct row texts_row(const void *context, size_t index, struct arena *arena) {
    const struct plan_sheet *plan = context;
    if (index < plan->text_head_rows)
        return head_row(plan, index, arena);
    index -= plan->text_head_rows;
    const struct matrix_place *place = matrix_rows_find(&plan->text_rows, index);
    size_t before = plan_texts_headings(place->area, place->goal);
    index -= place->first_row;
    if (index >= before)
        return action_row(plan, place, index - before, arena);
    if (plan_goal_is_empty(place->goal) && index + 1 == before)
        return empty_goal_row(plan, place, arena);
    return remarks_row(plan, place->area->area, arena);
}

struct sheet plan_texts_sheet(const struct plan_sheet *plan) {
    struct column *widths =
        arena_alloc(plan->matrix->context->arena, plan->text_columns.count * sizeof *widths);
    for (int i = 0; i < COLUMN_KINDS; i++)
        if (plan->text_columns.has[i])
            widths[plan->text_columns.at[i]].width = columns[i].width;
    return (struct sheet){
        .name = plan->texts_name,
        .columns = widths,
        .column_count = plan->text_columns.count,
        .row_count = plan->text_head_rows + plan->text_rows.row_count,
        .row = texts_row,
        .context = plan,
        .head_rows = plan->text_head_rows,
        .repeated_rows = 1,
        .frozen_columns = (uint16_t)(plan->text_columns.at[COLUMN_NUMBER] + 1),
        .filter_rows = (uint32_t)plan->text_rows.row_count,
        .landscape = true,
        .footer_left = plan->footer,
    };
}
