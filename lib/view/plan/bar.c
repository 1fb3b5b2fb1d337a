// SPDX-License-Identifier: MIT
// Which part of a year's cell is covered, and how neighbouring cells join into one bar.

#include "view/plan/matrix.h"

static const int halves_of_mark[] = {
    [MARK_NONE] = 0,
    [MARK_ALL_YEAR] = HALF_BOTH,
    [MARK_AUTUMN] = HALF_AUTUMN,
    [MARK_SPRING] = HALF_SPRING,
    [MARK_SPRING_AUTUMN] = HALF_BOTH,
    [MARK_START_AUTUMN] = HALF_AUTUMN,
    [MARK_START_SPRING] = HALF_BOTH,
    [MARK_STARTED] = HALF_BOTH,
    [MARK_DEFERRED] = 0,
};

static bool begins_here(enum mark mark) {
    return mark == MARK_START_AUTUMN || mark == MARK_START_SPRING;
}

// Years outside the plan are not drawn, so nothing goes on from there.
static enum mark mark_within(const struct action *action, int year, const struct period *period) {
    return year < period->from || year > period->to ? MARK_NONE : action_mark(action, year);
}

struct bar matrix_bar(const struct action *action, int year, const struct period *period) {
    enum mark before = mark_within(action, year - 1, period);
    enum mark mark = mark_within(action, year, period);
    enum mark after = mark_within(action, year + 1, period);
    int halves = halves_of_mark[mark];
    struct bar bar = {
        .mark = mark,
        .halves = halves,
        .deferred = mark == MARK_DEFERRED,
        .work_starts = begins_here(mark),
        .from_previous =
            (halves & HALF_SPRING) && (halves_of_mark[before] & HALF_AUTUMN) && !begins_here(mark),
        .to_next =
            (halves & HALF_AUTUMN) && (halves_of_mark[after] & HALF_SPRING) && !begins_here(after),
    };
    bar.start = halves != 0 && !bar.from_previous;
    bar.end = halves != 0 && !bar.to_next;
    return bar;
}

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

struct text matrix_status_words(const struct view_context *context, int status) {
    return context->labels->statuses[status < 0 ? STATUS_COUNT : status];
}

struct text matrix_mark_words(const struct view_context *context, enum mark mark) {
    return context->labels->marks[mark];
}
