// SPDX-License-Identifier: MIT

#include "model/plan/due.h"
#include "model/plan/title.h"
#include "model/tree/plans.h"
#include "view/address.h"
#include "view/decisions/decisions.h"
#include "view/year/entries.h"

// A day that was decided stays where it is.
static struct due_day on_day(struct date day) {
    return (struct due_day){day, day};
}

static const struct register_link *one_link(const struct view_context *context,
                                            struct register_link link) {
    struct register_link *copy = arena_alloc(context->arena, sizeof *copy);
    *copy = link;
    return copy;
}

// --- decisions ---

static struct text case_words(const struct view_context *context, const struct decision *decision) {
    struct arena *arena = context->arena;
    struct text number = decision->paper->number.text, sak = label(context->labels, TEXT("sak"));
    if (number.size == 0 || decision->point.size == 0)
        return number.size == 0
                   ? TEXT("")
                   : text_format(arena, "%.*s\u00a0%.*s", TEXT_ARGS(sak), TEXT_ARGS(number));
    return text_format(arena, "%.*s\u00a0%.*s, %.*s\u00a0%.*s", TEXT_ARGS(sak), TEXT_ARGS(number),
                       TEXT_ARGS(label(context->labels, TEXT("vedtaksoversikt-punkt"))),
                       TEXT_ARGS(decision->point));
}

static void add_decision(struct year_entries *entries, const struct decision *decision) {
    const struct view_context *context = entries->context;
    struct register_link link = register_case_link_of(context, decision->meeting->committee.text,
                                                      decision->paper->number.text);
    struct text number = case_words(context, decision);
    bool is_done = decision->state == DECISION_DONE;
    link.words = number;
    year_add(entries, (struct year_entry){
                          .kind = YEAR_DECISION,
                          .day = on_day(decision->due),
                          .what = decision->paper->title.text,
                          .who = decision->follow_up->who,
                          .about = one_link(context, link),
                          .about_count = number.size > 0,
                          .note = is_done ? decision_status(context, decision) : TEXT(""),
                      });
}

void year_add_decisions(struct year_entries *entries) {
    const struct decisions *decisions = entries->subject->decisions;
    for (size_t i = 0; i < decisions->count; i++)
        if (decisions->items[i].follow_up != NULL && decisions->items[i].due.year > 0)
            add_decision(entries, &decisions->items[i]);
}

// --- actions ---

static void add_action(struct year_entries *entries, const struct action *action) {
    const struct view_context *context = entries->context;
    if (action->deadline.day.date.year == 0)
        return;
    year_add(entries,
             (struct year_entry){
                 .kind = YEAR_ACTION,
                 .day = on_day(action->deadline.day.date),
                 .what = action_title(action, context->arena),
                 .who = action->original->owners,
                 .about = one_link(context, year_action_link(context, action->number.text)),
                 .about_count = 1,
                 .note = action_is_closed(action) ? view_status_words(context, &action->status)
                                                  : TEXT(""),
             });
}

static void add_actions_of(struct year_entries *entries, const struct plan *plan) {
    for (size_t i = 0; i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++) {
            const struct goal *goal = &plan->areas.items[i].goals.items[j];
            for (size_t k = 0; k < goal->actions.count; k++)
                add_action(entries, &goal->actions.items[k]);
        }
}

// Of the plan that is in force when the year ends, or else when it begins.
void year_add_actions(struct year_entries *entries) {
    const struct repository *repository = entries->context->repository;
    const struct year_subject *subject = entries->subject;
    struct text owner = subject->wheel->registry.owner.text;
    const struct plan *plan =
        repository_plan(repository, owner, (struct date){subject->year, 12, 31});
    if (plan == NULL)
        plan = repository_plan(repository, owner, (struct date){subject->year, 1, 1});
    if (plan != NULL)
        add_actions_of(entries, plan);
}

// --- reports on grants ---

// Those that one day and one body have in common are one entry.
struct reports {
    struct year_entries *entries;
    const struct grant *grant;
    struct index by_key; // → struct report_group
    struct report_group {
        const struct allocation *first;
        struct text *names;
        size_t count;
    } * *groups;
    size_t count;
};

static const struct scalar *reporter_of(const struct allocation *allocation) {
    return allocation->project_leader.text.size > 0 ? &allocation->project_leader
                                                    : &allocation->recipient;
}

static bool is_received(const struct allocation *allocation) {
    return allocation->report.received.date.year > 0;
}

static void group_report(struct reports *reports, const struct allocation *allocation) {
    struct arena *arena = reports->entries->context->arena;
    struct text day = date_iso(arena, allocation->report_due.date);
    struct text key = text_format(arena, "%.*s %d %.*s", TEXT_ARGS(day), is_received(allocation),
                                  TEXT_ARGS(reporter_of(allocation)->text));
    // The index gives what this function itself has put there.
    struct report_group *group =
        (struct report_group *)(uintptr_t)index_find(&reports->by_key, key);
    if (group == NULL) {
        group = arena_alloc(arena, sizeof *group);
        group->first = allocation;
        index_add(&reports->by_key, key, group);
        reports->groups =
            arena_append(arena, reports->groups, reports->count, sizeof(*reports->groups));
        reports->groups[reports->count++] = group;
    }
    group->names = arena_append(arena, group->names, group->count, sizeof *group->names);
    group->names[group->count++] = allocation->name.text;
}

static void add_report(const struct reports *reports, const struct report_group *group) {
    const struct view_context *context = reports->entries->context;
    const struct grant *grant = reports->grant;
    struct text url = text_concat(context->arena, TEXT("tilskudd:"), grant->id.text);
    const struct register_link link = {grant->title.text,
                                       view_link_address(&context->links, url, context->arena)};
    const struct scalar *who = reporter_of(group->first);
    struct text note = is_received(group->first)
                           ? label(context->labels, TEXT("register-rapport-mottatt"))
                           : TEXT("");
    year_add(reports->entries,
             (struct year_entry){
                 .kind = YEAR_REPORT,
                 .day = on_day(group->first->report_due.date),
                 .what = text_join(context->arena, group->names, group->count, TEXT(", ")),
                 .who = {.items = (struct scalar *)(uintptr_t)who, .count = who->text.size > 0},
                 .about = one_link(context, link),
                 .about_count = 1,
                 .note = note,
             });
}

void year_add_reports(struct year_entries *entries) {
    const struct repository *repository = entries->context->repository;
    for (size_t i = 0; i < repository->grants.count; i++) {
        const struct grant *grant = repository->grants.items[i].grant;
        struct reports reports = {.entries = entries, .grant = grant};
        index_init(&reports.by_key, entries->context->arena);
        for (size_t j = 0; j < grant->allocations.count; j++)
            if (grant->allocations.items[j].report_due.date.year == entries->subject->year)
                group_report(&reports, &grant->allocations.items[j]);
        for (size_t j = 0; j < reports.count; j++)
            add_report(&reports, reports.groups[j]);
    }
}
