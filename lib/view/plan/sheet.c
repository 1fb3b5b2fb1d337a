// SPDX-License-Identifier: MIT

#include "view/plan/sheet.h"

#include "base/writer.h"
#include "view/formula.h"
#include "view/view.h"

struct cell plan_area_cell(enum cell_style style, const struct area *area) {
    int number;
    return area_number(area, &number) ? cell_number(style, number)
                                      : cell_text(style, area->number.text);
}

struct cell plan_number_cell(const struct action *action, struct text sheet, uint32_t row,
                             uint16_t column, struct arena *arena) {
    struct cell cell = cell_text(STYLE_NUMBER_KEY, action->number.text);
    cell.link = text_concat(arena, TEXT("#"), formula_place(sheet, row, column, arena));
    return cell;
}

struct text plan_matrix_range(const struct plan_sheet *plan, size_t column, struct arena *arena) {
    size_t last = plan->head_rows + plan->rows.row_count;
    struct cell_area area = {
        plan->head_rows,
        (uint32_t)(last > plan->head_rows ? last - 1 : plan->head_rows),
        (uint16_t)column,
        (uint16_t)column,
    };
    return formula_range(plan->name, area, arena);
}

void plan_put_cell(const struct plan_columns *columns, struct cell *cells, enum plan_column column,
                   struct cell cell) {
    if (columns->has[column])
        cells[columns->at[column]] = cell;
}

void plan_put_owners(const struct plan_sheet *plan, const struct plan_columns *columns,
                     struct cell *cells, const struct action *action, struct arena *arena) {
    const struct action *original = action->original;
    struct text owners = matrix_owners_words(&plan->owners, &original->owners, arena);
    struct text support = matrix_owners_words(&plan->owners, &original->support, arena);
    plan_put_cell(columns, cells, COLUMN_OWNERS, cell_text(STYLE_BODY, owners));
    plan_put_cell(columns, cells, COLUMN_SUPPORT, cell_text(STYLE_BODY, support));
}

struct row plan_line_row(const struct plan_columns *columns, enum cell_style style,
                         struct text text, struct arena *arena) {
    struct cell *cells;
    struct row row = row_empty(STYLE_PLAIN, columns->count, &cells, arena);
    cells[0] = cell_text(style, text);
    return row;
}

struct text plan_status_words(const struct plan_sheet *plan, const struct action *action) {
    int status = action_status_place(action);
    return status < 0 ? TEXT(NO_STATUS) : matrix_status_words(plan->matrix->context, status);
}

bool plan_goal_is_empty(const struct matrix_goal *goal) {
    return goal->goal != NULL && goal->action_count == 0;
}

// "Avhenger av 1.1.1, 1.1.2", after what is there already and `between`.
static void put_numbers(struct writer *lines, struct text between, struct text words,
                        struct text before_each, const struct scalar_list *numbers) {
    for (size_t i = 0; i < numbers->count; i++) {
        if (i == 0) {
            writer_put(lines, lines->used > 0 ? between : TEXT(""));
            writer_put(lines, words);
        }
        writer_put(lines, i == 0 ? TEXT(" ") : TEXT(", "));
        writer_put(lines, before_each);
        writer_put(lines, numbers->items[i].text);
    }
}

void plan_put_cases(const struct plan_sheet *plan, struct writer *lines, struct text between,
                    const struct scalar_list *numbers, struct arena *arena) {
    struct text each = text_concat(arena, plan->words[WORD_CASE], TEXT("\u00A0"));
    struct scalar_list shown = {arena_alloc(arena, numbers->count * sizeof *shown.items),
                                numbers->count, numbers->at};
    for (size_t i = 0; i < numbers->count; i++)
        shown.items[i].text =
            view_case_number(plan->matrix->context, numbers->items[i].text, arena);
    put_numbers(lines, between, plan->words[WORD_DECIDED_IN], each, &shown);
}

void plan_put_references(const struct plan_sheet *plan, struct writer *lines, struct text between,
                         const struct action *action, struct arena *arena) {
    struct scalar_list original = {
        (struct scalar *)&action->original->number, action->original != action, {0, 0}};
    put_numbers(lines, between, plan->words[WORD_SAME_AS], TEXT(""), &original);
    put_numbers(lines, between, plan->words[WORD_SEE], TEXT(""), &action->see);
    put_numbers(lines, between, plan->words[WORD_DEPENDS_ON], TEXT(""), &action->depends_on);
    put_numbers(lines, between, plan->words[WORD_NEEDED_BY], TEXT(""), &action->waiting);
    for (const struct action *copy = action->first_copy; copy != NULL; copy = copy->next_copy) {
        struct scalar_list number = {(struct scalar *)&copy->number, 1, {0, 0}};
        put_numbers(lines, between, plan->words[WORD_SHOWN_AS], TEXT(""), &number);
    }
    plan_put_cases(plan, lines, between, &action->decided_by, arena);
}

struct text plan_goal_words(const struct goal *goal, struct arena *arena) {
    struct text parts[] = {goal->number.text, prose_plain(&goal->text, true, arena)};
    size_t from = goal->is_numbered ? 0 : 1;
    return text_join(arena, parts + from, 2 - from, TEXT(" "));
}

bool plan_has_area_row(const struct matrix_area *area, const struct matrix_goal *goal) {
    return matrix_is_first_goal(area, goal) && area_is_said(area->area);
}

size_t plan_matrix_headings(const struct matrix_area *area, const struct matrix_goal *goal) {
    bool has_goal_row = goal->goal != NULL && goal_is_said(goal->goal);
    return (size_t)plan_has_area_row(area, goal) + has_goal_row;
}

size_t plan_texts_headings(const struct matrix_area *area, const struct matrix_goal *goal) {
    bool has_remarks = !prose_is_empty(&area->area->remark) || area->area->links.count > 0;
    return (size_t)(has_remarks && plan_has_area_row(area, goal)) + plan_goal_is_empty(goal);
}

static uint32_t row_of(const struct matrix_rows *rows, matrix_headings *headings, size_t place,
                       size_t action) {
    const struct matrix_place *at = &rows->places[place];
    return (uint32_t)(at->first_row + headings(at->area, at->goal) + action);
}

uint32_t plan_matrix_row(const struct plan_sheet *plan, size_t place, size_t action) {
    return plan->head_rows + row_of(&plan->rows, plan_matrix_headings, place, action);
}

uint32_t plan_texts_row(const struct plan_sheet *plan, size_t place, size_t action) {
    return plan->text_head_rows + row_of(&plan->text_rows, plan_texts_headings, place, action);
}
