// SPDX-License-Identifier: MIT
// The goals of other plans, with counts for each word of their scales.

#include "view/columns.h"
#include "view/status/status.h"

struct part_of {
    const struct status_report *report;
    const struct note_part *part;
    size_t *counts; // by the place in the scale; the last: no status
    size_t sum;
};

static bool has_status(const struct part_of *of, const struct reported_goal *goal) {
    return scale_place(of->part, goal_status(of->part, goal)) >= 0;
}

static struct value goal_value(const struct part_of *of, const struct reported_goal *goal) {
    const struct view_context *context = of->report->context;
    struct map_builder map = map_begin(context->arena);
    view_put_text(&map, VIEW_KEY("nr"), goal->number.text);
    view_put_prose(context, &map, VIEW_KEY("mål"), &goal->text);
    view_put_text(&map, VIEW_KEY("status"),
                  has_status(of, goal) ? goal_status(of->part, goal) : TEXT(""));
    view_put_text(&map, VIEW_KEY("samme-som"), goal->same_as.text);
    view_put_prose(context, &map, VIEW_KEY("kommentar"), &goal->comment);
    return map_end(&map);
}

static struct value group_value(struct part_of *of, const struct goal_group *group) {
    const struct view_context *context = of->report->context;
    struct arena *arena = context->arena;
    static const struct text columns[] = {TEXT_OF("nr"), TEXT_OF("kommentar"), TEXT_OF("")};
    struct map_builder map = map_begin(arena);
    struct value *goals = arena_alloc(arena, (group->goals.count + 1) * sizeof *goals);
    for (size_t i = 0; i < group->goals.count; i++) {
        const struct reported_goal *goal = &group->goals.items[i];
        int place = scale_place(of->part, goal_status(of->part, goal));
        goals[i] = goal_value(of, goal);
        if (goal->same_as.text.size > 0 || goal_group_is_listed(group))
            continue; // counted where it has its status, or nowhere
        of->counts[place < 0 ? of->part->scale.count : (size_t)place]++;
        of->sum++;
    }
    view_put_text(&map, VIEW_KEY("navn"), group->name.text);
    view_put_prose(context, &map, VIEW_KEY("merknad"), &group->remark);
    map_put(&map, TEXT("mål"), value_list(goals, group->goals.count));
    view_put_shown(&map, value_list(goals, group->goals.count), columns, arena);
    return map_end(&map);
}

static struct value counts_value(const struct part_of *of) {
    struct arena *arena = of->report->context->arena;
    size_t count = of->part->scale.count;
    struct value *items = arena_alloc(arena, (count + 1) * sizeof *items);
    for (size_t i = 0; i <= count; i++) {
        struct map_builder map = map_begin(arena);
        map_put(&map, TEXT("status"),
                value_text(i < count ? of->part->scale.items[i].text
                                     : label(of->report->context->labels, TEXT("status-ukjent"))));
        map_put(&map, TEXT("antall"), value_number((int64_t)of->counts[i]));
        items[i] = map_end(&map);
    }
    return value_list(items, count + 1);
}

static struct value part_value(const struct status_report *report, const struct note_part *part) {
    const struct view_context *context = report->context;
    struct arena *arena = context->arena;
    struct part_of of = {report, part, arena_alloc(arena, (part->scale.count + 1) * sizeof(size_t)),
                         0};
    struct map_builder map = map_begin(arena);
    struct value *groups = arena_alloc(arena, (part->groups.count + 1) * sizeof *groups);
    for (size_t i = 0; i < part->groups.count; i++)
        groups[i] = group_value(&of, &part->groups.items[i]);
    map_put(&map, TEXT("navn"), value_text(part->name.text));
    view_put_text(&map, VIEW_KEY("plan"), part->plan.text);
    view_put_prose(context, &map, VIEW_KEY("merknad"), &part->remark);
    map_put(&map, TEXT("antall"), value_number((int64_t)of.sum));
    map_put(&map, TEXT("antall-med-status"),
            value_number((int64_t)(of.sum - of.counts[part->scale.count])));
    map_put(&map, TEXT("fordeling"), counts_value(&of));
    map_put(&map, TEXT("grupper"), value_list(groups, part->groups.count));
    return map_end(&map);
}

struct value status_parts(const struct status_report *report) {
    size_t count = report->note == NULL ? 0 : report->note->parts.count;
    struct value *items = arena_alloc(report->context->arena, (count + 1) * sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = part_value(report, &report->note->parts.items[i]);
    return value_list(items, count);
}
