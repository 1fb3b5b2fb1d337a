// SPDX-License-Identifier: MIT
// The words for how actions stand.

#include "view/plan/matrix.h"

#include "model/tree/plans.h"

static const struct text status_classes[STATUS_COUNT] = {
    [STATUS_NOT_STARTED] = TEXT_OF("ikke-startet"),
    [STATUS_ONGOING] = TEXT_OF("pagar"),
    [STATUS_WAITING] = TEXT_OF("pa-vent"),
    [STATUS_DEFERRED] = TEXT_OF("utsatt"),
    [STATUS_DONE] = TEXT_OF("fullfort"),
    [STATUS_DROPPED] = TEXT_OF("utgar"),
};

struct text matrix_status_class(int status) {
    return status < 0 ? TEXT("ukjent") : status_classes[status];
}

const struct status_scale *matrix_scale(const struct view_context *context) {
    const struct plan *plan =
        context->plan != NULL
            ? context->plan
            : repository_plan(context->repository, context->committee, context->day);
    return plan == NULL ? &general_scale : &plan->scale;
}

int matrix_status_meaning(const struct view_context *context, int place) {
    return place < 0 ? -1 : (int)matrix_scale(context)->places[place].meaning;
}

struct text matrix_status_words(const struct view_context *context, int place) {
    if (place < 0)
        return context->labels->statuses[STATUS_COUNT];
    const struct own_status *own = matrix_scale(context)->places[place].own;
    if (own == NULL)
        return context->labels->statuses[matrix_status_meaning(context, place)];
    return view_own_status_words(context, own);
}

struct text matrix_meaning_words(const struct view_context *context, int status) {
    const struct status_scale *scale = matrix_scale(context);
    struct text words[MOST_STATUS_PLACES];
    size_t count = 0;
    for (int i = 0; i < scale->count; i++)
        if ((int)scale->places[i].meaning == status)
            words[count++] = matrix_status_words(context, i);
    return text_join(context->arena, words, count, TEXT(" / "));
}

void matrix_put_status(const struct view_context *context, int place, struct map_builder *map) {
    int meaning = matrix_status_meaning(context, place);
    view_put_text(map, VIEW_KEY("status"),
                  meaning < 0 ? TEXT("") : text_from(status_names[meaning]));
    map_put(map, TEXT("status-ord"),
            value_text(place < 0 ? TEXT("")
                                 : status_word_at(matrix_scale(context), place, context->arena)));
    map_put(map, TEXT("status-tekst"), value_text(matrix_status_words(context, place)));
    map_put(map, TEXT("status-klasse"), value_text(matrix_status_class(meaning)));
}

struct status_counts matrix_counts_begin(const struct view_context *context) {
    return (struct status_counts){.count = matrix_scale(context)->count};
}

void matrix_count_status(struct status_counts *counts, const struct action *action) {
    int place = action_status_place(action);
    counts->of[place < 0 ? counts->count : place]++;
    counts->sum++;
}

int matrix_counted_place(const struct status_counts *counts, int index) {
    return index < counts->count ? index : -1;
}
