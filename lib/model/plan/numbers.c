// SPDX-License-Identifier: MIT

#include "model/plan/numbers.h"

#include "base/ascii.h"

static bool had_it_on(const struct former *former, struct date day) {
    struct date until = former->number->until.date;
    return until.year != 0 && day.year != 0 && date_compare(day, until) <= 0;
}

static const void *find(const struct index *today, const struct index *before, struct text number,
                        struct date day) {
    const struct former *first = index_find(before, number), *found = NULL;
    for (const struct former *former = first; former != NULL; former = former->next)
        if (had_it_on(former, day) &&
            (found == NULL ||
             date_compare(former->number->until.date, found->number->until.date) < 0))
            found = former;
    if (found != NULL)
        return found->thing;
    const void *now = index_find(today, number);
    if (now != NULL)
        return now;
    for (const struct former *former = first; former != NULL; former = former->next)
        if (found == NULL ||
            date_compare(former->number->until.date, found->number->until.date) > 0)
            found = former;
    return found == NULL ? NULL : found->thing;
}

const struct action *plan_action(const struct plan *plan, struct text number, struct date day) {
    return find(&plan->actions, &plan->former_actions, number, day);
}

const struct goal *plan_goal(const struct plan *plan, struct text number, struct date day) {
    return find(&plan->goals, &plan->former_goals, number, day);
}

bool plan_action_was(const struct plan *plan, struct text number) {
    return index_find(&plan->former_actions, number) != NULL;
}

bool plan_goal_was(const struct plan *plan, struct text number) {
    return index_find(&plan->former_goals, number) != NULL;
}

static int compare_parts(struct text a, struct text b) {
    size_t digits[2] = {0, 0};
    while (digits[0] < a.size && ascii_is_digit(a.data[digits[0]]))
        digits[0]++;
    while (digits[1] < b.size && ascii_is_digit(b.data[digits[1]]))
        digits[1]++;
    return digits[0] != digits[1] ? (digits[0] < digits[1] ? -1 : 1) : text_compare(a, b);
}

int plan_number_compare(struct text a, struct text b) {
    int order = 0;
    while (order == 0 && a.data != NULL && b.data != NULL)
        order = compare_parts(text_cut(&a, '.'), text_cut(&b, '.'));
    return order != 0 ? order : (a.data != NULL) - (b.data != NULL);
}

struct text action_number_on(const struct action *action, struct date day) {
    const struct former_number *found = NULL;
    for (size_t i = 0; i < action->former.count; i++) {
        const struct former_number *former = &action->former.items[i];
        if (!former->is_elsewhere && former->until.date.year != 0 && day.year != 0 &&
            date_compare(day, former->until.date) <= 0 &&
            (found == NULL || date_compare(former->until.date, found->until.date) < 0))
            found = former;
    }
    return found == NULL ? action->number.text : found->number.text;
}

// The day after the last one on which something else had the number; year 0: not known, or nothing
// had.
static struct date taken_over(const struct former *former, const void *by) {
    struct date last = {0, 0, 0};
    for (; former != NULL; former = former->next)
        if (former->thing != by && date_compare(former->number->until.date, last) > 0)
            last = former->number->until.date;
    return last.year == 0 ? last : date_next(last);
}

static struct text anchor(const char *kind, struct text number, struct date since,
                          struct arena *arena) {
    if (since.year == 0)
        return text_format(arena, "%s-%.*s", kind, TEXT_ARGS(number));
    return text_format(arena, "%s-%.*s-fra-%.*s", kind, TEXT_ARGS(number),
                       TEXT_ARGS(date_iso(arena, since)));
}

static bool had(const struct former_numbers *numbers, struct text number) {
    for (size_t i = 0; i < numbers->count; i++)
        if (!numbers->items[i].is_elsewhere && text_equal(numbers->items[i].number.text, number))
            return true;
    return false;
}

struct text action_anchor(const struct plan *plan, const struct action *action,
                          struct arena *arena) {
    const struct former *former = index_find(&plan->former_actions, action->number.text);
    return anchor("tiltak", action->number.text, taken_over(former, action), arena);
}

struct text goal_anchor(const struct plan *plan, const struct goal *goal, struct arena *arena) {
    const struct former *former = index_find(&plan->former_goals, goal->number.text);
    return anchor("mål", goal->number.text, taken_over(former, goal), arena);
}

struct text action_anchor_of(const struct plan *plan, const struct action *action,
                             struct text number, struct arena *arena) {
    return had(&action->former, number) ? anchor("tiltak", number, (struct date){0, 0, 0}, arena)
                                        : action_anchor(plan, action, arena);
}

struct text goal_anchor_of(const struct plan *plan, const struct goal *goal, struct text number,
                           struct arena *arena) {
    return had(&goal->former, number) ? anchor("mål", number, (struct date){0, 0, 0}, arena)
                                      : goal_anchor(plan, goal, arena);
}
