// SPDX-License-Identifier: MIT
// The plans of a tree beside each other: their ids, and the days on which they are in force.

#include "check/plan/rules.h"

#include "base/message.h"
#include "base/path.h"
#include "model/tree/plans.h"

#include <stdlib.h>

static struct position place_of_days(const struct plan *plan) {
    return plan->in_force.from.at.line > 0 ? plan->in_force.from.at : plan->period.at;
}

static void check_ids(const struct repository *repository) {
    struct index ids;
    index_init(&ids, repository->arena);
    for (size_t i = 0; i < repository->plans.count; i++) {
        const struct plan *plan = repository->plans.items[i];
        const struct plan *other = plan->id.text.size == 0 || !plan_may_be(plan->source->path)
                                       ? NULL
                                       : index_add(&ids, plan->id.text, plan);
        if (other != NULL)
            report(repository->diagnostics, RULE_DUPLICATE_ID, plan->source->path,
                   plan->id.at.line > 0 ? plan->id.at : plan->period.at,
                   _("the plan has the id '%.*s', as %.*s has; write another 'id'"),
                   TEXT_ARGS(plan->id.text), TEXT_ARGS(other->source->path));
    }
}

// The plan of a tree that has one, or with its id.
static struct text name_of(const struct repository *repository, const struct plan *plan) {
    bool is_free = true;
    for (size_t i = 0; i < repository->plans.count; i++)
        is_free = is_free && !plan_may_be(repository->plans.items[i]->source->path);
    if (is_free || plan->id.text.size == 0)
        return path_name(TEXT(PLAN_PATH));
    return text_format(repository->arena, "action-plan-%.*s.yaml", TEXT_ARGS(plan->id.text));
}

// References lead to those that have such a name alone.
static void check_name(const struct repository *repository, const struct plan *plan) {
    if (!plan_may_be(plan->source->path) &&
        !diagnostics_tell_of(repository->diagnostics, plan->source->path))
        report(repository->diagnostics, RULE_FILE_NOT_READ, plan->source->path,
               (struct position){0, 0},
               _("no reference leads to this plan, and no document is made of it; rename the file "
                 "to '%.*s'"),
               TEXT_ARGS(name_of(repository, plan)));
}

// False where they are not known, or after a report.
static bool check_days(const struct repository *repository, const struct plan *plan) {
    struct date first = plan_first_day(plan), last = plan_last_day(plan);
    bool good = last.year == 0 || date_compare(first, last) <= 0;
    if (!good)
        report(repository->diagnostics, RULE_PLAN_GAP, plan->source->path, place_of_days(plan),
               _("the plan is never in force: its last day, %s, is before its first, %s"),
               date_iso(repository->arena, last).data, date_iso(repository->arena, first).data);
    return good && first.year != 0;
}

static int by_first_day(const void *left, const void *right) {
    const struct plan *const *a = left, *const *b = right;
    int order = date_compare(plan_first_day(*a), plan_first_day(*b));
    return order != 0 ? order : text_compare((*a)->source->path, (*b)->source->path);
}

// Two plans of a body, the earlier first.
static void compare(const struct repository *repository, const struct plan *before,
                    const struct plan *plan) {
    struct arena *arena = repository->arena;
    struct date last = plan_last_day(before), first = plan_first_day(plan);
    struct date next = last.year == 0 ? last : date_next(last);
    if (last.year == 0 || date_compare(first, last) <= 0)
        report(repository->diagnostics, RULE_PLAN_OVERLAP, plan->source->path, place_of_days(plan),
               _("the plan is in force from %s, while %.*s still is; write in 'gjelder' until "
                 "when that is, or from when this"),
               date_iso(arena, first).data, TEXT_ARGS(before->source->path));
    else if (date_compare(first, next) != 0)
        report(repository->diagnostics, RULE_PLAN_GAP, plan->source->path, place_of_days(plan),
               _("no plan of '%.*s' is in force from %s until %s, when this one begins"),
               TEXT_ARGS(plan->owner.text), date_iso(arena, next).data,
               date_iso(arena, first).data);
}

void check_plans(const struct repository *repository) {
    struct arena *arena = repository->arena;
    const struct plan **sorted =
        arena_alloc(arena, (repository->plans.count + 1) * sizeof(const struct plan *));
    size_t count = 0;
    check_ids(repository);
    for (size_t i = 0; i < repository->plans.count; i++) {
        const struct plan *plan = repository->plans.items[i];
        if (plan->source->broken)
            continue;
        check_name(repository, plan);
        if (check_days(repository, plan) && plan_may_be(plan->source->path))
            sorted[count++] = plan;
    }
    if (count > 1)
        qsort(sorted, count, sizeof(const struct plan *), by_first_day);
    for (size_t i = 0; i < count; i++) {
        const struct plan *before = NULL;
        for (size_t j = 0; j < i; j++)
            if (text_equal(sorted[j]->owner.text, sorted[i]->owner.text))
                before = sorted[j];
        if (before != NULL)
            compare(repository, before, sorted[i]);
    }
}

void check_plan_is_known(const struct repository *repository) {
    if (repository->plans.count != 0)
        report(repository->diagnostics, RULE_WHICH_PLAN, TEXT(PLAN_PATH), (struct position){0, 0},
               _("nobody knows which plan is meant: no plan is the only one in force on %s; name "
                 "its file (the plans are: %.*s)"),
               date_iso(repository->arena, repository_now(repository)).data,
               TEXT_ARGS(repository_plan_ids(repository)));
}
