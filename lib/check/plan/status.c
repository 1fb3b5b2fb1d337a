// SPDX-License-Identifier: MIT
// What an action's status says, against its progress, its years and the day.

#include "check/plan/rules.h"

#include "base/message.h"
#include "model/plan/due.h"
#include "model/status/history.h"
#include "model/tree/plans.h"

#include <stdarg.h>

struct status_check {
    const struct repository *repository;
    struct text file;
};

__attribute__((format(printf, 4, 5))) static void report_status(const struct status_check *check,
                                                                enum rule rule,
                                                                const struct action *action,
                                                                const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    report_list(check->repository->diagnostics, rule, check->file, action->status.at, format,
                arguments);
    va_end(arguments);
}

// Without a day: what the status and the years say of the same thing.
static void check_marks(const struct status_check *check, const struct action *action, int status) {
    const struct year_marks *years = &action->original->years;
    bool worked_on = status == STATUS_ONGOING || status == STATUS_DONE;
    if (worked_on && years->count > 0 && first_planned(years) == NULL)
        report_status(check, RULE_STATUS_AND_YEARS, action,
                      _("action %.*s has the status '%s', but is deferred ('-') in all its years"),
                      TEXT_ARGS(action->number.text),
                      action_status_name(action, check->repository->arena));
    for (size_t i = 0; status == STATUS_NOT_STARTED && i < years->count; i++)
        if (years->items[i].mark == MARK_STARTED)
            report_status(check, RULE_STATUS_AND_YEARS, action,
                          _("action %.*s has the status '%s', but is 'igangsatt' in its years"),
                          TEXT_ARGS(action->number.text),
                          action_status_name(action, check->repository->arena));
}

static void check_progress(const struct status_check *check, const struct action *action,
                           int status) {
    int percent;
    if (action->progress.at.line == 0 || !progress_parse(action->progress.text, &percent))
        return;
    if ((status == STATUS_DONE && percent < 100) || (status == STATUS_NOT_STARTED && percent > 0))
        report(check->repository->diagnostics, RULE_STATUS_AND_PROGRESS, check->file,
               action->progress.at, _("action %.*s has the status '%s', but the progress %d %%"),
               TEXT_ARGS(action->number.text), action_status_name(action, check->repository->arena),
               percent);
}

static void check_against_day(const struct status_check *check, const struct action *action,
                              int status) {
    const struct year_marks *years = &action->original->years;
    const struct year_mark *first = first_planned(years), *last = last_planned(years);
    struct arena *arena = check->repository->arena;
    if (first == NULL || last == NULL) // no year is planned
        return;
    if (status == STATUS_DONE && date_compare(check->repository->today, mark_first_day(*first)) < 0)
        report_status(check, RULE_DONE_BEFORE_START, action,
                      _("action %.*s is done, but is not planned to begin before %s"),
                      TEXT_ARGS(action->number.text), date_iso(arena, mark_first_day(*first)).data);
    if (status != STATUS_NOT_STARTED)
        return;
    if (date_compare(check->repository->today, mark_last_day(*last)) > 0)
        report_status(check, RULE_NOT_STARTED, action,
                      _("action %.*s is not started, but was to be done by %s"),
                      TEXT_ARGS(action->number.text), date_iso(arena, mark_last_day(*last)).data);
    else if (date_compare(check->repository->today, mark_last_day(*first)) > 0)
        report_status(check, RULE_NOT_STARTED, action,
                      _("action %.*s is not started, but was to begin by %s"),
                      TEXT_ARGS(action->number.text), date_iso(arena, mark_last_day(*first)).data);
}

static void check_deadline(const struct status_check *check, const struct action *action,
                           int status) {
    bool closed = status == STATUS_DONE || status == STATUS_DROPPED;
    if (closed || action->deadline.day.date.year == 0 ||
        date_compare(check->repository->today, action->deadline.day.date) <= 0)
        return;
    report(check->repository->diagnostics, RULE_DEADLINE_PASSED, check->file,
           action->deadline.day.at,
           status < 0 ? _("the deadline of action %.*s has passed, and it has no status")
                      : _("the deadline of action %.*s has passed, and its status is '%s'"),
           TEXT_ARGS(action->number.text), action_status_name(action, check->repository->arena));
}

// With the statuses as they were on the day. What has not started has a rule of its own.
static void check_years_passed(const struct status_check *check, const struct plan *plan) {
    const struct repository *repository = check->repository;
    const struct status_notes notes = repository_notes_on(repository, plan);
    const struct plan *then = plan_on_day(plan, &notes, repository->today, repository->arena);
    struct plan_walk walk = {.plan = then};
    for (const struct action *action; (action = plan_next_action(&walk)) != NULL;) {
        int status = action_status(action);
        if (action->original != action || action->deadline.day.date.year != 0 ||
            status == STATUS_NOT_STARTED || !action_is_overdue(action, repository->today))
            continue;
        report(repository->diagnostics, RULE_YEARS_PASSED, check->file, action->number.at,
               status < 0 ? _("the last year of action %.*s has passed, and it has no status")
                          : _("the last year of action %.*s has passed, and its status is '%s'"),
               TEXT_ARGS(action->number.text), action_status_name(action, repository->arena));
    }
}

void check_plan_status(const struct repository *repository, const struct plan *plan) {
    const struct status_check check = {repository, plan->source->path};
    struct plan_walk walk = {.plan = plan};
    if (plan->source->broken)
        return;
    for (const struct action *action; (action = plan_next_action(&walk)) != NULL;) {
        int status = action_status(action);
        bool own = action->status.at.line > 0 && status >= 0;
        if (own)
            check_marks(&check, action, status);
        check_progress(&check, action, status);
        if (own && repository->today.year > 0)
            check_against_day(&check, action, status);
        if (repository->today.year > 0)
            check_deadline(&check, action, status);
    }
    if (repository->today.year > 0)
        check_years_passed(&check, plan);
}
