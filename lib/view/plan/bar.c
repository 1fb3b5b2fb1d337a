// SPDX-License-Identifier: MIT
// Which part of a year's cell is covered, and how neighbouring cells join into one bar.

#include "view/plan/matrix.h"

// Which halves a part of the year touches.
static int halves_of(struct months months) {
    return (months.from < 6 && months.to > 0 ? HALF_SPRING : 0) | (months.to > 6 ? HALF_AUTUMN : 0);
}

static bool begins_here(enum mark mark) {
    return mark == MARK_START_AUTUMN || mark == MARK_START_SPRING;
}

// Years outside the plan are not drawn, so nothing goes on from there.
static enum mark mark_within(const struct action *action, int year, const struct period *period) {
    return year < period->from || year > period->to ? MARK_NONE : action_mark(action, year);
}

static int count_months(enum mark mark) {
    struct months months = mark_months(mark);
    return months.to - months.from;
}

// How far the action has come; SHARE_NONE where nothing is to be filled.
static int progress_of(const struct action *action, int status) {
    int percent;
    if (status == STATUS_DONE)
        return SHARE_WHOLE;
    if (status == STATUS_DROPPED || status == STATUS_DEFERRED || !action_progress(action, &percent))
        return SHARE_NONE;
    return percent == 0 && status != STATUS_ONGOING ? SHARE_NONE : percent;
}

// The progress fills all that is covered, from the left; this is the part of one year.
static int filled_in(const struct action *action, int year, const struct period *period,
                     int progress) {
    const struct year_marks *years = &action->original->years;
    int all = 0, before = 0, here = 0;
    for (size_t i = 0; i < years->count; i++) {
        const struct year_mark *mark = &years->items[i];
        if (mark->year < period->from || mark->year > period->to)
            continue;
        int count = count_months(mark->mark);
        all += count;
        before += mark->year < year ? count : 0;
        here = mark->year == year ? count : here;
    }
    if (here == 0)
        return SHARE_NONE;
    int filled = (progress * all - SHARE_WHOLE * before) / here;
    return filled < 0 ? 0 : filled > SHARE_WHOLE ? SHARE_WHOLE : filled;
}

// Where the bars of two years touch they are one, unless work starts in the second.
static bool joins(enum mark before, enum mark after) {
    struct months first = mark_months(before), next = mark_months(after);
    bool touch = first.to == 12 && next.from == 0 && next.to > 0;
    return (touch && !begins_here(after)) || (before == MARK_DEFERRED && after == MARK_DEFERRED);
}

struct bar matrix_bar(const struct action *action, int year, const struct period *period) {
    const struct action *original = action->original;
    enum mark mark = mark_within(original, year, period);
    int status = action_status(action), progress = progress_of(action, status);
    bool deferred = mark == MARK_DEFERRED;
    struct months months = deferred ? (struct months){0, 12} : mark_months(mark);
    struct bar bar = {
        .mark = mark,
        .status = deferred ? STATUS_DEFERRED : status,
        .months = months,
        .halves = halves_of(months),
        .filled = progress == SHARE_NONE ? SHARE_NONE : filled_in(action, year, period, progress),
        .deferred = deferred,
        .work_starts = begins_here(mark),
        .from_previous = joins(mark_within(original, year - 1, period), mark),
        .to_next = joins(mark, mark_within(original, year + 1, period)),
    };
    bar.start = bar.halves != 0 && !bar.from_previous;
    bar.end = bar.halves != 0 && !bar.to_next;
    return bar;
}

struct text matrix_bar_class(struct bar bar) {
    if (bar.status == STATUS_ONGOING && bar.filled == SHARE_NONE)
        return TEXT("pagar uten-tall");
    return matrix_status_class(bar.status);
}

// Covers other months than a half or the whole; a bar that is only an example has none.
static bool bar_is_fine(struct bar bar) {
    return bar.months.from % 6 != 0 || bar.months.to % 6 != 0;
}

struct text matrix_bar_look(struct bar bar, struct arena *arena) {
    static const struct text of_halves[] = {TEXT_OF(""), TEXT_OF("var"), TEXT_OF("host"),
                                            TEXT_OF("hel")};
    struct text parts[8];
    size_t count = 0;
    if (bar.halves == 0)
        return TEXT("");
    if (bar_is_fine(bar)) {
        parts[count++] = text_format(arena, "fra%d", bar.months.from);
        parts[count++] = text_format(arena, "til%d", bar.months.to);
    } else {
        parts[count++] = of_halves[bar.halves];
    }
    parts[count++] = matrix_bar_class(bar);
    if (bar.start)
        parts[count++] = TEXT("start");
    if (bar.work_starts)
        parts[count++] = TEXT("oppstart");
    if (bar.from_previous)
        parts[count++] = TEXT("fortsetter-fra");
    if (bar.end)
        parts[count++] = TEXT("slutt");
    if (bar.to_next)
        parts[count++] = TEXT("fortsetter-til");
    return text_join(arena, parts, count, TEXT(" "));
}

bool matrix_mark_says_more(enum mark mark) {
    return mark == MARK_STARTED || mark == MARK_SPRING_AUTUMN || mark >= MARK_ONGOING;
}

int share_of_year(struct date date, int year) {
    if (date.year == 0 || date.year != year)
        return SHARE_NONE;
    const struct date first = {year, 1, 1}, next = {year + 1, 1, 1};
    int64_t start = date_to_seconds(first);
    return (int)((date_to_seconds(date) - start) * SHARE_WHOLE / (date_to_seconds(next) - start));
}

struct text matrix_mark_words(const struct view_context *context, enum mark mark) {
    struct mark_ends ends = mark_ends(mark);
    struct text from = context->labels->marks[ends.from], to = context->labels->marks[ends.to];
    return ends.from == ends.to
               ? from
               : text_format(context->arena, "%.*s–%.*s", TEXT_ARGS(from), TEXT_ARGS(to));
}
