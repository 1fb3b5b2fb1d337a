// SPDX-License-Identifier: MIT

#include "view/plan/rows.h"

#define BETWEEN " · "

// What an area without goals has in their place.
static const struct matrix_goal none;

static void add_place(struct matrix_rows *rows, struct arena *arena, struct matrix_place place) {
    rows->places = arena_append(arena, rows->places, rows->place_count, sizeof *rows->places);
    rows->places[rows->place_count++] = place;
}

struct matrix_rows matrix_rows_make(const struct matrix *matrix, matrix_headings *headings) {
    struct arena *arena = matrix->context->arena;
    struct matrix_rows rows = {0};
    for (size_t i = 0; i < matrix->area_count; i++) {
        const struct matrix_area *area = &matrix->areas[i];
        if (area->goal_count == 0) {
            add_place(&rows, arena, (struct matrix_place){area, &none, rows.row_count});
            rows.row_count += headings(area, &none);
        }
        for (size_t j = 0; j < area->goal_count; j++) {
            const struct matrix_goal *goal = &area->goals[j];
            add_place(&rows, arena, (struct matrix_place){area, goal, rows.row_count});
            rows.row_count += headings(area, goal) + goal->action_count;
        }
    }
    return rows;
}

const struct matrix_place *matrix_rows_find(const struct matrix_rows *rows, size_t row) {
    size_t from = 0, to = rows->place_count;
    while (to - from > 1) {
        size_t middle = from + (to - from) / 2;
        if (rows->places[middle].first_row <= row)
            from = middle;
        else
            to = middle;
    }
    return &rows->places[from];
}

struct matrix_year_counts matrix_year_counts_make(const struct matrix *matrix,
                                                  struct arena *arena) {
    size_t years = (size_t)matrix->year_count;
    size_t *counts = arena_alloc(arena, 2 * years * sizeof *counts);
    return (struct matrix_year_counts){counts, counts + years};
}

void matrix_count_years(const struct matrix *matrix, const struct action *action,
                        const struct matrix_year_counts *counts) {
    const struct year_marks *years = &action->original->years;
    for (size_t i = 0; i < years->count; i++) {
        int year = years->items[i].year - matrix->plan->period.from;
        if (year < 0 || year >= matrix->year_count)
            continue;
        if (years->items[i].mark == MARK_DEFERRED)
            counts->deferred[year]++;
        else if (years->items[i].mark != MARK_NONE)
            counts->planned[year]++;
    }
}

struct text matrix_summary(const struct matrix *matrix) {
    const struct view_context *context = matrix->context;
    const struct organisation *organisation = context->repository->organisation;
    const struct party *owner = organisation_party(organisation, matrix->plan->owner.text);
    struct arena *arena = context->arena;
    struct text period = matrix_period(matrix->plan, arena);
    struct text actions = matrix->action_count == matrix->plan->action_count
                              ? text_format(arena, "%zu", matrix->action_count)
                              : text_format(arena, "%zu %.*s %zu", matrix->action_count,
                                            TEXT_ARGS(label(context->labels, TEXT("plan-av"))),
                                            matrix->plan->action_count);
    struct text areas =
        text_format(arena, BETWEEN "%.*s: %zu",
                    TEXT_ARGS(label(context->labels, TEXT("plan-områder"))), matrix->area_count);
    return text_format(
        arena, "%.*s" BETWEEN "%.*s: %.*s" BETWEEN "%.*s: %.*s" BETWEEN "%.*s: %.*s%.*s",
        TEXT_ARGS(organisation->name.text), TEXT_ARGS(label(context->labels, TEXT("plan-eier"))),
        TEXT_ARGS(owner == NULL ? matrix->plan->owner.text : owner->name),
        TEXT_ARGS(label(context->labels, TEXT("plan-periode"))), TEXT_ARGS(period),
        TEXT_ARGS(label(context->labels, TEXT("plan-tiltak"))), TEXT_ARGS(actions),
        TEXT_ARGS(matrix->shows.areas ? areas : TEXT("")));
}

static bool selects(const struct matrix_selection *selection) {
    return selection->owner.size > 0 || selection->area.size > 0 || selection->year != 0 ||
           selection->status.size > 0;
}

struct text matrix_selection_words(const struct matrix *matrix) {
    struct arena *arena = matrix->context->arena;
    if (!selects(&matrix->selection))
        return TEXT("");
    struct value document = matrix_value(matrix);
    const struct value *criteria = value_find(&document, TEXT("avgrensning"));
    struct writer words;
    writer_to_memory(&words, arena);
    writer_put(&words, label(matrix->context->labels, TEXT("plan-avgrensning")));
    for (size_t i = 0; i < criteria->list.count; i++) {
        struct value criterion = value_list_item(criteria, i, arena);
        writer_put(&words, i == 0 ? TEXT(": ") : TEXT(BETWEEN));
        writer_put(&words, value_find(&criterion, TEXT("navn"))->text);
        writer_put(&words, TEXT(" "));
        writer_put(&words, value_find(&criterion, TEXT("verdi"))->text);
    }
    return writer_text(&words);
}
