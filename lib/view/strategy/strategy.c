// SPDX-License-Identifier: MIT

#include "view/strategy/strategy.h"

#include "model/plan/title.h"
#include "view/address.h"
#include "view/plan/matrix.h"

// What is shown of the plan with the strategy.
struct shown_strategy {
    const struct view_context *context;
    const struct strategy *strategy;
    const struct plan *plan; // NULL: none
};

static void count_goal(struct status_counts *counts, const struct goal *goal) {
    for (size_t i = 0; i < goal->actions.count; i++)
        matrix_count_status(counts, &goal->actions.items[i]);
}

// The statuses that occur.
static void put_counts(const struct view_context *context, const struct status_counts *counts,
                       struct map_builder *map) {
    struct value *items = arena_alloc(context->arena, (size_t)(counts->count + 1) * sizeof *items);
    size_t shown = 0;
    for (int i = 0; i <= counts->count; i++) {
        if (counts->of[i] == 0)
            continue;
        struct map_builder item = map_begin(context->arena);
        matrix_put_status(context, matrix_counted_place(counts, i), &item);
        map_put(&item, TEXT("antall"), value_number((int64_t)counts->of[i]));
        items[shown++] = map_end(&item);
    }
    map_put(map, TEXT("antall"), value_number((int64_t)counts->sum));
    map_put(map, TEXT("har-fordeling"), value_truth(shown > 0));
    map_put(map, TEXT("fordeling"), value_list(items, shown));
}

// --- what it stands on ---

static void put_points(const struct shown_strategy *shown, struct map_builder *map,
                       struct view_key key, const struct strategy_points *points) {
    const struct view_context *context = shown->context;
    struct arena *arena = context->arena;
    struct map_builder item = map_begin(arena);
    struct value *items = arena_alloc(arena, (points->points.count + 1) * sizeof *items);
    struct date day = points->adopted.date;
    bool has_case = points->adopted_in.text.size > 0;
    bool has_points = points->points.count > 0;
    for (size_t i = 0; i < points->points.count; i++) {
        struct map_builder point = map_begin(arena);
        map_put(&point, TEXT("punkt"), value_text(points->points.items[i].text));
        items[i] = map_end(&point);
    }
    view_put_text(&item, VIEW_KEY("vedtatt"), day.year == 0 ? TEXT("") : date_iso(arena, day));
    map_put(&item, TEXT("vedtatt-tekst"), value_text(label_date(context->labels, day, arena)));
    map_put(&item, TEXT("vedtatt-i"),
            has_case ? view_case_reference(context, points->adopted_in.text, arena)
                     : (struct value){.kind = VALUE_NONE});
    map_put(&item, TEXT("har-vedtatt-i"), value_truth(has_case));
    map_put(&item, TEXT("punkter"), value_list(items, points->points.count));
    map_put(map, key.name, has_points ? map_end(&item) : (struct value){.kind = VALUE_NONE});
    map_put(map, key.has, value_truth(has_points));
}

// --- areas ---

static struct value action_value(const struct view_context *context, const struct action *action) {
    struct map_builder map = map_begin(context->arena);
    view_put_text(&map, VIEW_KEY("nr"), action->is_numbered ? action->number.text : TEXT(""));
    map_put(&map, TEXT("kort"), value_text(action_title(action, context->arena)));
    view_put_text(&map, VIEW_KEY("lenke"),
                  view_action_address(context, action->number.text, context->arena));
    matrix_put_status(context, action_status_place(action), &map);
    return map_end(&map);
}

static void put_groups(const struct shown_strategy *shown, struct map_builder *map,
                       const struct scalar_list *groups) {
    struct arena *arena = shown->context->arena;
    struct value *items = arena_alloc(arena, (groups->count + 1) * sizeof *items);
    size_t count = 0;
    for (size_t i = 0; i < groups->count; i++) {
        const struct patient_group *group = strategy_group(shown->strategy, groups->items[i].text);
        if (group == NULL)
            continue;
        struct map_builder item = map_begin(arena);
        map_put(&item, TEXT("id"), value_text(group->id.text));
        map_put(&item, TEXT("navn"), value_text(group->name.text));
        items[count++] = map_end(&item);
    }
    map_put(map, TEXT("pasientgrupper"), value_list(items, count));
    map_put(map, TEXT("har-pasientgrupper"), value_truth(count > 0));
}

static struct value goal_value(const struct shown_strategy *shown, const struct goal *goal) {
    const struct view_context *context = shown->context;
    struct arena *arena = context->arena;
    struct map_builder map = map_begin(arena);
    struct value *actions = arena_alloc(arena, (goal->actions.count + 1) * sizeof *actions);
    for (size_t i = 0; i < goal->actions.count; i++)
        actions[i] = action_value(context, &goal->actions.items[i]);
    view_put_text(&map, VIEW_KEY("nr"), goal->is_numbered ? goal->number.text : TEXT(""));
    view_put_prose(context, &map, VIEW_KEY("mål"), &goal->text);
    put_groups(shown, &map, &goal->patient_groups);
    map_put(&map, TEXT("tiltak"), value_list(actions, goal->actions.count));
    map_put(&map, TEXT("har-tiltak"), value_truth(goal->actions.count > 0));
    return map_end(&map);
}

static struct value area_value(const struct shown_strategy *shown, const struct area *area) {
    const struct view_context *context = shown->context;
    const struct focus *focus = strategy_focus(shown->strategy, area->number.text);
    const struct prose none = {.first = NULL};
    struct map_builder map = map_begin(context->arena);
    struct value *goals = arena_alloc(context->arena, (area->goals.count + 1) * sizeof *goals);
    struct status_counts counts = matrix_counts_begin(context);
    for (size_t i = 0; i < area->goals.count; i++) {
        goals[i] = goal_value(shown, &area->goals.items[i]);
        count_goal(&counts, &area->goals.items[i]);
    }
    view_put_text(&map, VIEW_KEY("nr"), area->is_numbered ? area->number.text : TEXT(""));
    map_put(&map, TEXT("navn"),
            value_text(area_is_said(area) ? area->name.text : shown->plan->title.text));
    view_put_prose(context, &map, VIEW_KEY("omtale"), focus == NULL ? &none : &focus->text);
    put_counts(context, &counts, &map);
    map_put(&map, TEXT("mål"), value_list(goals, area->goals.count));
    return map_end(&map);
}

// --- what it wants ---

static const struct area *find_area(const struct plan *plan, struct text number) {
    for (size_t i = 0; plan != NULL && i < plan->areas.count; i++)
        if (text_equal(plan->areas.items[i].number.text, number))
            return &plan->areas.items[i];
    return NULL;
}

static struct value priority_value(const struct shown_strategy *shown,
                                   const struct priority *priority) {
    struct arena *arena = shown->context->arena;
    struct map_builder map = map_begin(arena);
    struct value *areas = arena_alloc(arena, (priority->areas.count + 1) * sizeof *areas);
    for (size_t i = 0; i < priority->areas.count; i++) {
        struct text number = priority->areas.items[i].text;
        const struct area *area = find_area(shown->plan, number);
        struct map_builder item = map_begin(arena);
        map_put(&item, TEXT("nr"), value_text(number));
        view_put_text(&item, VIEW_KEY("navn"), area == NULL ? TEXT("") : area->name.text);
        areas[i] = map_end(&item);
    }
    map_put(&map, TEXT("navn"), value_text(priority->name.text));
    view_put_prose(shown->context, &map, VIEW_KEY("omtale"), &priority->text);
    map_put(&map, TEXT("områder"), value_list(areas, priority->areas.count));
    map_put(&map, TEXT("har-områder"), value_truth(priority->areas.count > 0));
    return map_end(&map);
}

// --- groups of patients ---

static struct value group_value(const struct shown_strategy *shown,
                                const struct patient_group *group) {
    const struct view_context *context = shown->context;
    struct value *goals = NULL;
    size_t count = 0;
    struct status_counts counts = matrix_counts_begin(context);
    for (size_t i = 0; shown->plan != NULL && i < shown->plan->areas.count; i++)
        for (size_t j = 0; j < shown->plan->areas.items[i].goals.count; j++) {
            const struct goal *goal = &shown->plan->areas.items[i].goals.items[j];
            if (!scalar_list_has(&goal->patient_groups, group->id.text))
                continue;
            struct map_builder item = map_begin(context->arena);
            view_put_text(&item, VIEW_KEY("nr"), goal->is_numbered ? goal->number.text : TEXT(""));
            view_put_prose(context, &item, VIEW_KEY("mål"), &goal->text);
            goals = arena_append(context->arena, goals, count, sizeof *goals);
            goals[count++] = map_end(&item);
            count_goal(&counts, goal);
        }
    struct map_builder map = map_begin(context->arena);
    map_put(&map, TEXT("id"), value_text(group->id.text));
    map_put(&map, TEXT("navn"), value_text(group->name.text));
    map_put(&map, TEXT("mål"), value_list(goals, count));
    map_put(&map, TEXT("har-mål"), value_truth(count > 0));
    put_counts(context, &counts, &map);
    return map_end(&map);
}

// --- the whole ---

static void put_lists(const struct shown_strategy *shown, struct map_builder *map) {
    const struct strategy *strategy = shown->strategy;
    struct arena *arena = shown->context->arena;
    size_t area_count = shown->plan == NULL ? 0 : shown->plan->areas.count;
    struct value *priorities =
        arena_alloc(arena, (strategy->priorities.count + 1) * sizeof *priorities);
    struct value *areas = arena_alloc(arena, (area_count + 1) * sizeof *areas);
    struct value *groups = arena_alloc(arena, (strategy->groups.count + 1) * sizeof *groups);
    for (size_t i = 0; i < strategy->priorities.count; i++)
        priorities[i] = priority_value(shown, &strategy->priorities.items[i]);
    for (size_t i = 0; i < area_count; i++)
        areas[i] = area_value(shown, &shown->plan->areas.items[i]);
    for (size_t i = 0; i < strategy->groups.count; i++)
        groups[i] = group_value(shown, &strategy->groups.items[i]);
    map_put(map, TEXT("strategiområder"), value_list(priorities, strategy->priorities.count));
    map_put(map, TEXT("har-strategiområder"), value_truth(strategy->priorities.count > 0));
    map_put(map, TEXT("områder"), value_list(areas, area_count));
    map_put(map, TEXT("har-områder"), value_truth(area_count > 0));
    map_put(map, TEXT("pasientgrupper"), value_list(groups, strategy->groups.count));
    map_put(map, TEXT("har-pasientgrupper"), value_truth(strategy->groups.count > 0));
}

struct value strategy_value(const struct view_context *context, const struct strategy *strategy,
                            const struct plan *plan) {
    const struct shown_strategy shown = {context, strategy, plan};
    struct map_builder map = map_begin(context->arena);
    view_put_head(context, &map, "strategi", strategy->title.text, TEXT(STRATEGY_PATH));
    view_put_text(&map, VIEW_KEY("motto"), strategy->motto.text);
    view_put_text(&map, VIEW_KEY("plan"), plan == NULL ? TEXT("") : plan->title.text);
    view_put_text(&map, VIEW_KEY("dato"),
                  context->day.year == 0 ? TEXT("") : date_iso(context->arena, context->day));
    map_put(&map, TEXT("dato-tekst"),
            value_text(label_date(context->labels, context->day, context->arena)));
    view_put_prose(context, &map, VIEW_KEY("innledning"), &strategy->body);
    put_points(&shown, &map, VIEW_KEY("utfordringer"), &strategy->challenges);
    put_points(&shown, &map, VIEW_KEY("verdier"), &strategy->values);
    put_points(&shown, &map, VIEW_KEY("kultur"), &strategy->culture);
    put_lists(&shown, &map);
    return map_end(&map);
}
