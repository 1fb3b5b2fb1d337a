// SPDX-License-Identifier: MIT

#include "model/status/history.h"

#include "model/plan/numbers.h"

#include <stdlib.h>

const struct last_report *last_reports(const struct plan *plan, const struct status_notes *notes,
                                       struct date until, struct arena *arena) {
    struct last_report *last = arena_alloc(arena, (plan->action_count + 1) * sizeof *last);
    for (size_t i = 0; i < notes->count; i++) {
        const struct status_note *note = notes->items[i];
        if (until.year != 0 && date_compare(note->date.date, until) > 0)
            break;
        for (size_t j = 0; j < note->actions.count; j++) {
            const struct reported_action *reported = &note->actions.items[j];
            const struct action *action = plan_action(plan, reported->number.text, note->date.date);
            if (action != NULL)
                last[action->order] = (struct last_report){note, reported};
        }
    }
    return last;
}

struct date last_reported_day(const struct status_notes *notes) {
    for (size_t i = notes->count; i > 0; i--)
        if (notes->items[i - 1]->actions.count > 0)
            return notes->items[i - 1]->date.date;
    return (struct date){0, 0, 0};
}

// --- a plan with other statuses ---

// Whether one of them had another number on the day than it has now.
static bool had_other_numbers(const struct goal *goal, struct date day) {
    for (size_t i = 0; day.year != 0 && i < goal->actions.count; i++)
        if (!text_equal(action_number_on(&goal->actions.items[i], day),
                        goal->actions.items[i].number.text))
            return true;
    return false;
}

static int by_number_then(const void *left, const void *right, void *context) {
    const struct date *day = context;
    const struct action *a = left, *b = right;
    int order = plan_number_compare(action_number_on(a, *day), action_number_on(b, *day));
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static struct goal *copy_goals(const struct area *area, struct date day, struct arena *arena) {
    struct goal *goals = arena_alloc(arena, (area->goals.count + 1) * sizeof *goals);
    for (size_t i = 0; i < area->goals.count; i++) {
        size_t count = area->goals.items[i].actions.count;
        goals[i] = area->goals.items[i];
        goals[i].actions.items = arena_alloc(arena, (count + 1) * sizeof *goals[i].actions.items);
        for (size_t j = 0; j < count; j++)
            goals[i].actions.items[j] = area->goals.items[i].actions.items[j];
        if (had_other_numbers(&goals[i], day))
            qsort_r(goals[i].actions.items, count, sizeof *goals[i].actions.items, by_number_then,
                    &day);
    }
    return goals;
}

// The copies of its actions, by action->order.
struct action_copies {
    struct action **items;
};

// In the order of the numbers of a day; year 0: in that of the plan.
static struct plan *copy_plan(const struct plan *plan, struct date day,
                              struct action_copies *copies, struct arena *arena) {
    struct plan *copy = arena_alloc(arena, sizeof *copy);
    *copy = *plan;
    copy->areas.items = arena_alloc(arena, (plan->areas.count + 1) * sizeof *copy->areas.items);
    copies->items = arena_alloc(arena, (plan->action_count + 1) * sizeof(struct action *));
    for (size_t i = 0; i < plan->areas.count; i++) {
        copy->areas.items[i] = plan->areas.items[i];
        copy->areas.items[i].goals.items = copy_goals(&plan->areas.items[i], day, arena);
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++) {
            struct goal *goal = &copy->areas.items[i].goals.items[j];
            for (size_t k = 0; k < goal->actions.count; k++)
                copies->items[goal->actions.items[k].order] = &goal->actions.items[k];
        }
    }
    return copy;
}

static const struct action *copy_of(const struct action_copies *copies,
                                    const struct action *action) {
    return action == NULL ? NULL : copies->items[action->order];
}

// What leads to the actions of the plan leads to their copies.
static void join(struct plan *copy, const struct action_copies *copies, struct arena *arena) {
    index_init(&copy->actions, arena);
    index_init(&copy->goals, arena);
    index_expect(&copy->actions, copy->action_count);
    for (size_t i = 0; i < copy->action_count; i++) {
        struct action *action = copies->items[i];
        action->original = copy_of(copies, action->original);
        action->first_copy = copy_of(copies, action->first_copy);
        action->next_copy = copy_of(copies, action->next_copy);
        if (action->number.text.size > 0)
            index_add(&copy->actions, action->number.text, action);
    }
    for (size_t i = 0; i < copy->areas.count; i++)
        for (size_t j = 0; j < copy->areas.items[i].goals.count; j++) {
            const struct goal *goal = &copy->areas.items[i].goals.items[j];
            if (goal->number.text.size > 0)
                index_add(&copy->goals, goal->number.text, goal);
        }
    plan_index_former_numbers(copy, arena);
}

static void take_report(struct action *action, const struct reported_action *reported) {
    const struct reported_action none = {.status = {.index = -1, .place = -1}};
    const struct reported_action *taken = reported == NULL ? &none : reported;
    action->status = taken->status;
    action->progress = taken->progress;
    action->comment = taken->comment;
}

bool action_tells_itself(const struct action *action) {
    return action->status.at.line > 0 || action->progress.at.line > 0 ||
           !prose_is_empty(&action->comment);
}

static const struct plan *with_reports(const struct plan *plan, const struct last_report *last,
                                       bool own, struct date day, struct arena *arena) {
    struct action_copies copies;
    struct plan *copy = copy_plan(plan, day, &copies, arena);
    for (size_t i = 0; i < copy->action_count; i++) {
        struct action *action = copies.items[i];
        if (!own || (!action_tells_itself(action) && last[i].action != NULL))
            take_report(action, last[i].action);
    }
    join(copy, &copies, arena);
    return copy;
}

static const struct date no_day = {0, 0, 0};

const struct plan *plan_as_reported(const struct plan *plan, const struct status_notes *notes,
                                    struct date day, struct arena *arena) {
    return with_reports(plan, last_reports(plan, notes, day, arena), false, no_day, arena);
}

const struct plan *plan_of_note(const struct plan *plan, const struct status_notes *notes,
                                struct date day, struct arena *arena) {
    return with_reports(plan, last_reports(plan, notes, day, arena), false, day, arena);
}

const struct plan *plan_on_day(const struct plan *plan, const struct status_notes *notes,
                               struct date day, struct arena *arena) {
    struct date last = last_reported_day(notes);
    if (last.year == 0)
        return plan;
    if (day.year != 0 && date_compare(day, last) < 0)
        return plan_as_reported(plan, notes, day, arena);
    return with_reports(plan, last_reports(plan, notes, day, arena), true, no_day, arena);
}
