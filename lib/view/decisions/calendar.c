// SPDX-License-Identifier: MIT

#include "view/decisions/decisions.h"

// Follow-ups of a paper before this one that have its point and its people too.
static size_t count_like(const struct decision *decision) {
    const struct case_paper *paper = decision->paper;
    size_t count = 0;
    for (const struct follow_up *before = paper->follow_ups.items; before < decision->follow_up;
         before++) {
        bool like = text_equal(before->point.text, decision->point) &&
                    before->who.count == decision->follow_up->who.count;
        for (size_t i = 0; like && i < before->who.count; i++)
            like = text_equal(before->who.items[i].text, decision->follow_up->who.items[i].text);
        count += like;
    }
    return count;
}

// "asu-42-24-4-prosjektlederne@helsefellesskapet-…": the same in every edition of the register.
static struct text task_uid(const struct view_context *context, const struct decision *decision) {
    struct arena *arena = context->arena;
    const struct scalar_list *who = &decision->follow_up->who;
    size_t count = 0;
    size_t like = count_like(decision);
    struct text *parts = arena_alloc(arena, (5 + who->count) * sizeof *parts);
    parts[count++] = decision->meeting->committee.text;
    if (decision->paper->number.text.size > 0) {
        parts[count++] = decision->paper->number.text;
    } else {
        parts[count++] = date_iso(arena, decision->meeting->date.date);
        parts[count++] = decision->paper->title.text;
    }
    parts[count++] = decision->point;
    for (size_t i = 0; i < who->count; i++)
        parts[count++] = who->items[i].text;
    if (like > 0)
        parts[count++] = text_format(arena, "%zu", like + 1);
    const struct text name = text_join(arena, parts, count, TEXT(" "));
    const struct text both[] = {
        text_slug(arena, name),
        text_slug(arena, context->repository->organisation->name.text),
    };
    return text_join(arena, both, 2, TEXT("@"));
}

static struct text task_summary(const struct view_context *context,
                                const struct decision *decision) {
    struct arena *arena = context->arena;
    struct text who = decision_who(context, decision, arena);
    struct text number = decision->paper->number.text, name = decision->paper->title.text;
    if (number.size > 0)
        name = text_format(arena, "%.*s %.*s", TEXT_ARGS(label(context->labels, TEXT("sak-nr"))),
                           TEXT_ARGS(number));
    if (decision->point.size == 0)
        return text_format(arena, "%.*s: %.*s", TEXT_ARGS(name), TEXT_ARGS(who));
    return text_format(arena, "%.*s, %.*s %.*s: %.*s", TEXT_ARGS(name),
                       TEXT_ARGS(label(context->labels, TEXT("vedtaksoversikt-punkt"))),
                       TEXT_ARGS(decision->point), TEXT_ARGS(who));
}

static struct text task_description(const struct view_context *context,
                                    const struct decision *decision) {
    const struct text lines[] = {
        decision->paper->title.text,
        decision_wording(context, decision, context->arena),
        decision_deadline(context, decision, context->arena),
    };
    return text_join(context->arena, lines, sizeof lines / sizeof *lines, TEXT("\n\n"));
}

struct date decision_done_on(const struct view_context *context, const struct decision *decision) {
    struct date day = decision->follow_up->done.date;
    if (day.year != 0)
        return day;
    const struct known_case *known = repository_case(
        context->repository, decision->meeting->committee.text, decision->follow_up->reported.text);
    return known == NULL ? day : known->date;
}

// At noon, so that it is the same day in Norway; 0 where no day is known.
static int64_t completion(const struct view_context *context, const struct decision *decision) {
    enum { NOON = 12 * 60 * 60 };
    struct date day = decision_done_on(context, decision);
    return day.year == 0 ? 0 : date_to_seconds(day) + NOON;
}

const struct calendar *decisions_calendar(const struct decision_register *list) {
    const struct view_context *context = list->context;
    struct arena *arena = context->arena;
    struct calendar_entry *tasks = arena_alloc(arena, list->count * sizeof *tasks);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct decision *decision = list->shown[i];
        if (decision->follow_up == NULL || decision->due.year == 0)
            continue;
        bool done = decision->state == DECISION_DONE;
        int64_t completed = done ? completion(context, decision) : 0;
        tasks[count++] = (struct calendar_entry){
            .kind = CALENDAR_TASK,
            .uid = task_uid(context, decision),
            .stamp = completed > context->created ? completed : context->created,
            .sequence = done,
            .completed = completed,
            .due = {decision->due, CALENDAR_WHOLE_DAY},
            .status = done ? CALENDAR_COMPLETED : CALENDAR_NEEDS_ACTION,
            .summary = task_summary(context, decision),
            .description = task_description(context, decision),
        };
    }
    struct calendar *calendar = arena_alloc(arena, sizeof *calendar);
    *calendar = (struct calendar){
        .method = CALENDAR_NO_METHOD,
        .name = label(context->labels, TEXT("vedtaksoversikt")),
        .entries = tasks,
        .entry_count = count,
    };
    return calendar;
}
