// SPDX-License-Identifier: MIT

#include "base/holiday.h"
#include "base/message.h"
#include "check/year/rules.h"
#include "model/plan/due.h"
#include "model/register/adoption.h"
#include "model/register/projects.h"

// The last day of a month stands for the month, and may be any day of the week.
static bool is_month_end(struct date day) {
    return day.day == date_days_in_month(day.year, day.month);
}

static void check_day(const struct repository *repository, struct text file, struct dated day) {
    enum { SATURDAY = 6 };
    struct arena *arena = repository->arena;
    if (day.date.year == 0 || is_month_end(day.date) || is_working_day(day.date))
        return;
    const char *message =
        holiday_on(day.date) != NO_HOLIDAY
            ? _("the deadline is on a public holiday; the working day before it is %.*s")
        : date_weekday(day.date) == SATURDAY
            ? _("the deadline is on a Saturday; the working day before it is %.*s")
            : _("the deadline is on a Sunday; the working day before it is %.*s");
    struct text told = message_about(arena, message, date_iso(arena, working_day_by(day.date)));
    report(repository->diagnostics, RULE_DAY_OFF, file, day.at, "%.*s", TEXT_ARGS(told));
}

static void check_follow_ups(const struct repository *repository, const struct meeting *meeting) {
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        for (size_t j = 0; paper != NULL && j < paper->follow_ups.count; j++)
            check_day(repository, paper->source->path, paper->follow_ups.items[j].deadline.day);
    }
}

static void check_meeting_day(const struct repository *repository, const struct meeting *meeting) {
    enum holiday holiday =
        meeting->date.date.year == 0 ? NO_HOLIDAY : holiday_on(meeting->date.date);
    if (meeting_is_cancelled(meeting) || meeting->minutes.at.line > 0)
        return;
    if (holiday != NO_HOLIDAY)
        report(repository->diagnostics, RULE_DAY_OFF, meeting->source->path, meeting->date.at,
               _("the meeting is on a public holiday, %s"), _(holiday_names[holiday]));
    if (meeting->sent.date.year == 0)
        check_follow_ups(repository, meeting);
}

static void check_actions(const struct repository *repository, const struct plan *plan) {
    for (size_t i = 0; i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++) {
            const struct action_items *actions = &plan->areas.items[i].goals.items[j].actions;
            for (size_t k = 0; k < actions->count; k++)
                if (!action_is_closed(&actions->items[k]))
                    check_day(repository, plan->source->path, actions->items[k].deadline.day);
        }
}

static void check_reports(const struct repository *repository, const struct grant *grant) {
    if (grant->decided_by.text.size > 0)
        return;
    for (size_t i = 0; i < grant->allocations.count; i++)
        check_day(repository, grant->source->path, grant->allocations.items[i].report_due);
}

// --- registers: what is after the day on which they were gone through ---

static void check_day_ahead(const struct repository *repository, const struct registry *registry,
                            struct dated day) {
    if (registry->as_of.date.year != 0 && date_compare(day.date, registry->as_of.date) > 0)
        check_day(repository, registry->source->path, day);
}

static void check_points(const struct repository *repository, const struct registry *registry,
                         const struct project_points *points) {
    for (size_t i = 0; i < points->count; i++)
        check_day_ahead(repository, registry, points->items[i].date);
}

static void check_projects_ahead(const struct repository *repository,
                                 const struct registry *registry) {
    const struct projects *all = (const struct projects *)(const void *)registry;
    for (size_t i = 0; i < all->projects.count; i++) {
        const struct project *project = &all->projects.items[i];
        if (project->state.index == PROJECT_ENDED)
            continue;
        check_points(repository, registry, &project->milestones);
        check_points(repository, registry, &project->stops);
    }
}

static void check_hearings(const struct repository *repository, const struct registry *registry) {
    const struct agreements *all = (const struct agreements *)(const void *)registry;
    for (size_t i = 0; i < all->agreements.count; i++)
        check_day_ahead(repository, registry, all->agreements.items[i].hearing_deadline);
}

static void check_registries(const struct repository *repository) {
    const struct registry *projects = repository->registries[REGISTRY_PROJECTS];
    const struct registry *adoption = repository->registries[REGISTRY_ADOPTION];
    if (projects != NULL && !projects->source->broken)
        check_projects_ahead(repository, projects);
    if (adoption != NULL && !adoption->source->broken)
        check_hearings(repository, adoption);
}

void check_days_off(const struct repository *repository) {
    for (size_t i = 0; i < repository->meetings.count; i++)
        check_meeting_day(repository, repository->meetings.items[i]);
    for (size_t i = 0; i < repository->plans.count; i++)
        check_actions(repository, repository->plans.items[i]);
    for (size_t i = 0; i < repository->grants.count; i++)
        check_reports(repository, repository->grants.items[i].grant);
    check_registries(repository);
}
