// SPDX-License-Identifier: MIT
// The legend of the matrix: what is drawn, and nothing else.

#include "view/plan/matrix.h"

// What a sign is called, and a bar that shows it. One that is not a bar has no halves.
static const struct {
    struct text label_key; // empty: the words of the bar's status
    struct bar bar;
} signs[SIGN_COUNT] = {
#define BAR(of_status, covered, share)                                                             \
    { .status = (of_status), .halves = (covered), .filled = (share), .start = true, .end = true }
    [SIGN_PLANNED] = {TEXT_OF("plan-forklaring-planlagt"), BAR(-1, HALF_BOTH, SHARE_NONE)},
    [SIGN_NOT_STARTED] = {TEXT_OF(""), BAR(STATUS_NOT_STARTED, HALF_BOTH, SHARE_NONE)},
    [SIGN_ONGOING] = {TEXT_OF(""), BAR(STATUS_ONGOING, HALF_BOTH, SHARE_NONE)},
    [SIGN_PROGRESS] = {TEXT_OF("plan-forklaring-fremdrift"), BAR(STATUS_ONGOING, HALF_BOTH, 60)},
    [SIGN_WAITING] = {TEXT_OF(""), BAR(STATUS_WAITING, HALF_BOTH, SHARE_NONE)},
    [SIGN_DEFERRED] = {TEXT_OF(""), BAR(STATUS_DEFERRED, HALF_BOTH, SHARE_NONE)},
    [SIGN_DONE] = {TEXT_OF(""), BAR(STATUS_DONE, HALF_BOTH, SHARE_WHOLE)},
    [SIGN_DROPPED] = {TEXT_OF(""), BAR(STATUS_DROPPED, HALF_BOTH, SHARE_NONE)},
    [SIGN_START] = {TEXT_OF("plan-forklaring-start"), BAR(-1, HALF_BOTH, SHARE_NONE)},
    [SIGN_HALF] = {TEXT_OF("plan-forklaring-halvår"), BAR(-1, HALF_AUTUMN, SHARE_NONE)},
    [SIGN_DEADLINE] = {TEXT_OF("plan-forklaring-frist"), BAR(-1, 0, SHARE_NONE)},
    [SIGN_TODAY] = {TEXT_OF("plan-forklaring-i-dag"), BAR(-1, 0, SHARE_NONE)},
#undef BAR
};

struct bar matrix_sign_bar(enum sign sign) {
    struct bar bar = signs[sign].bar;
    bar.work_starts = sign == SIGN_START;
    return bar;
}

void matrix_put_share(struct map_builder *map, struct view_key key, int share) {
    bool any = share != SHARE_NONE;
    map_put(map, key.name, any ? value_number(share) : (struct value){.kind = VALUE_NONE});
    map_put(map, key.has, value_truth(any));
}

static enum sign sign_of(struct bar bar) {
    static const enum sign of_status[STATUS_COUNT] = {
        [STATUS_NOT_STARTED] = SIGN_NOT_STARTED,
        [STATUS_ONGOING] = SIGN_PROGRESS,
        [STATUS_WAITING] = SIGN_WAITING,
        [STATUS_DEFERRED] = SIGN_DEFERRED,
        [STATUS_DONE] = SIGN_DONE,
        [STATUS_DROPPED] = SIGN_DROPPED,
    };
    if (bar.status < 0)
        return SIGN_PLANNED;
    return bar.status == STATUS_ONGOING && bar.filled == SHARE_NONE ? SIGN_ONGOING
                                                                    : of_status[bar.status];
}

static void note_share(struct matrix_signs *found, int share, enum sign sign) {
    if (share == SHARE_NONE)
        return;
    found->shares[share] = true;
    found->has[sign] = true;
}

static void note_action(struct matrix_signs *found, const struct matrix *matrix,
                        const struct action *action) {
    const struct period *period = &matrix->plan->period;
    for (int year = period->from; year <= period->to; year++) {
        struct bar bar = matrix_bar(action, year, period);
        note_share(found, share_of_year(action->deadline.day.date, year), SIGN_DEADLINE);
        if (bar.halves == 0)
            continue;
        found->has[sign_of(bar)] = true;
        note_share(found, bar.filled, sign_of(bar));
        found->has[SIGN_START] |= bar.work_starts;
        found->has[SIGN_HALF] |= bar.months.to - bar.months.from == 6 && bar.months.from % 6 == 0;
    }
}

struct matrix_signs matrix_find_signs(const struct matrix *matrix) {
    const struct period *period = &matrix->plan->period;
    struct matrix_signs found = {.has = {false}};
    for (size_t i = 0; i < matrix->area_count; i++)
        for (size_t j = 0; j < matrix->areas[i].goal_count; j++)
            for (size_t k = 0; k < matrix->areas[i].goals[j].action_count; k++)
                note_action(&found, matrix, matrix->areas[i].goals[j].actions[k]);
    for (int year = period->from; year <= period->to; year++)
        note_share(&found, share_of_year(matrix->context->repository->today, year), SIGN_TODAY);
    if (found.has[SIGN_PROGRESS])
        found.shares[signs[SIGN_PROGRESS].bar.filled] = true;
    return found;
}

struct text matrix_sign_words(const struct view_context *context, enum sign sign) {
    if (signs[sign].label_key.size > 0)
        return label(context->labels, signs[sign].label_key);
    return matrix_meaning_words(context, signs[sign].bar.status);
}

struct value matrix_legend(const struct view_context *context, const struct matrix_signs *found) {
    struct arena *arena = context->arena;
    struct value *items = arena_alloc(arena, SIGN_COUNT * sizeof *items);
    size_t count = 0;
    for (int sign = 0; sign < SIGN_COUNT; sign++) {
        if (!found->has[sign])
            continue;
        struct map_builder map = map_begin(arena);
        struct bar bar = matrix_sign_bar((enum sign)sign);
        view_put_text(&map, VIEW_KEY("klasse"), matrix_bar_look(bar, arena));
        matrix_put_share(&map, VIEW_KEY("fylt"), bar.filled);
        map_put(&map, TEXT("er-frist"), value_truth(sign == SIGN_DEADLINE));
        map_put(&map, TEXT("er-i-dag"), value_truth(sign == SIGN_TODAY));
        map_put(&map, TEXT("tekst"), value_text(matrix_sign_words(context, (enum sign)sign)));
        items[count++] = map_end(&map);
    }
    return value_list(items, count);
}
