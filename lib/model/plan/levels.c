// SPDX-License-Identifier: MIT
// The levels of a plan.

#include "model/plan/plan.h"

#include <string.h>

bool area_is_said(const struct area *area) {
    return area->at.line > 0;
}

bool goal_is_said(const struct goal *goal) {
    return goal->depth != GOAL_UNSAID;
}

// Actions without an area come first.
static void add_unsaid_area(struct plan *plan, struct arena *arena) {
    if (plan->direct_actions.count == 0)
        return;
    struct area *areas = arena_alloc(arena, (plan->areas.count + 1) * sizeof *areas);
    if (plan->areas.count > 0)
        memcpy(areas + 1, plan->areas.items, plan->areas.count * sizeof *areas);
    areas[0].actions = plan->direct_actions;
    plan->areas.items = areas;
    plan->areas.count++;
}

// Actions without a goal come first, and the parts of a goal after it.
static void arrange_goals(struct area *area, struct arena *arena) {
    size_t count = area->actions.count > 0 ? 1 : 0;
    for (size_t i = 0; i < area->goals.count; i++)
        count += 1 + area->goals.items[i].parts.count;
    struct goal *goals = arena_alloc(arena, (count + 1) * sizeof *goals);
    count = 0;
    if (area->actions.count > 0)
        goals[count++] = (struct goal){.actions = area->actions};
    for (size_t i = 0; i < area->goals.count; i++) {
        struct goal *goal = &goals[count++];
        *goal = area->goals.items[i];
        goal->depth = GOAL_MAIN;
        for (size_t j = 0; j < goal->parts.count; j++) {
            goals[count] = goal->parts.items[j];
            goals[count].depth = GOAL_PART;
            goals[count++].above = goal;
        }
    }
    area->goals = (struct goals){goals, count};
}

// Which numbers the plan has itself: by level, all or none.
struct numbered {
    bool areas, goals, parts, actions;
};

// `år: løpende`.
static void fill_years(const struct plan *plan, struct year_marks *years, struct arena *arena) {
    const struct period *period = &plan->period;
    if (!years->ongoing || period->from == 0)
        return;
    years->items =
        arena_alloc(arena, (size_t)(period->to - period->from + 1) * sizeof *years->items);
    for (int year = period->from; year <= period->to; year++)
        years->items[years->count++] =
            (struct year_mark){.year = year, .mark = MARK_ONGOING, .at = years->at};
}

// `frist: årsskiftet`: that after the last year of the action, or of the plan.
static void settle_deadline(const struct plan *plan, struct action *action) {
    const struct year_marks *years = &action->years;
    int year = plan->period.to;
    for (size_t i = 0; i < years->count; i++)
        if (years->items[i].mark != MARK_DEFERRED)
            year = years->items[i].year;
    if (action->deadline.turn_of_year && year > 0)
        action->deadline.day.date = (struct date){year, 12, 31};
}

static bool note_number(struct scalar number, bool *any) {
    bool given = number.text.size > 0;
    *any |= given;
    return given;
}

static struct numbered find_numbers(struct plan *plan, struct arena *arena) {
    struct numbered found = {false, false, false, false};
    for (size_t i = 0; i < plan->areas.count; i++) {
        struct area *area = &plan->areas.items[i];
        area->is_numbered = note_number(area->number, &found.areas);
        for (size_t j = 0; j < area->goals.count; j++) {
            struct goal *goal = &area->goals.items[j];
            goal->is_numbered =
                note_number(goal->number, goal->depth == GOAL_PART ? &found.parts : &found.goals);
            for (size_t k = 0; k < goal->actions.count; k++) {
                struct action *action = &goal->actions.items[k];
                action->is_numbered = note_number(action->number, &found.actions);
                fill_years(plan, &action->years, arena);
                settle_deadline(plan, action);
                plan->has_owners |= action->owners.count > 0;
            }
        }
    }
    return found;
}

// The number of the `place`-th below another, from 1.
static struct scalar number_by_place(struct text above, size_t place, struct position at,
                                     struct arena *arena) {
    struct text number = above.size > 0 ? text_format(arena, "%.*s.%zu", TEXT_ARGS(above), place)
                                        : text_format(arena, "%zu", place);
    return (struct scalar){number, at};
}

static void number_actions(const struct area *area, struct goal *goal, struct arena *arena) {
    struct text above = goal_is_said(goal) ? goal->number.text : area->number.text;
    for (size_t i = 0; i < goal->actions.count; i++) {
        struct action *action = &goal->actions.items[i];
        action->number = number_by_place(above, i + 1, action->at, arena);
    }
}

static void number_goals(struct area *area, const struct numbered *given, struct arena *arena) {
    size_t place = 0, part = 0;
    for (size_t i = 0; i < area->goals.count; i++) {
        struct goal *goal = &area->goals.items[i];
        if (goal->depth == GOAL_MAIN) {
            part = 0;
            place++;
            if (!given->goals)
                goal->number = number_by_place(area->number.text, place, goal->at, arena);
        } else if (goal->depth == GOAL_PART) {
            part++;
            if (!given->parts)
                goal->number = number_by_place(goal->above->number.text, part, goal->at, arena);
        }
        if (!given->actions)
            number_actions(area, goal, arena);
    }
}

void plan_arrange(struct plan *plan, struct arena *arena) {
    size_t place = 0;
    add_unsaid_area(plan, arena);
    for (size_t i = 0; i < plan->areas.count; i++)
        arrange_goals(&plan->areas.items[i], arena);
    const struct numbered given = find_numbers(plan, arena);
    for (size_t i = 0; i < plan->areas.count; i++) {
        struct area *area = &plan->areas.items[i];
        bool is_said = !(i == 0 && plan->direct_actions.count > 0);
        if (is_said && !given.areas)
            area->number = number_by_place(TEXT(""), ++place, area->at, arena);
        number_goals(area, &given, arena);
    }
}

size_t plan_depth(const struct plan *plan) {
    size_t depth = 1;
    for (size_t i = 0; i < plan->areas.count; i++) {
        const struct area *area = &plan->areas.items[i];
        size_t here = area_is_said(area) ? 2 : 1;
        for (size_t j = 0; j < area->goals.count; j++) {
            size_t below = 2 + (size_t)area->goals.items[j].depth;
            here = below > here && goal_is_said(&area->goals.items[j]) ? below : here;
        }
        depth = here > depth ? here : depth;
    }
    return depth;
}

const struct level_name *plan_level(const struct plan *plan, enum level_kind kind) {
    size_t count = plan->levels.count;
    if (count == 0 || count > MOST_LEVELS)
        return NULL;
    if (kind == LEVEL_ACTIONS)
        return &plan->levels.items[count - 1];
    return (size_t)kind + 1 < count ? &plan->levels.items[kind] : NULL;
}
