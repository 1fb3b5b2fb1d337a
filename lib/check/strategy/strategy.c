// SPDX-License-Identifier: MIT

#include "check/strategy/rules.h"

#include "base/message.h"
#include "check/tree/references.h"
#include "model/tree/plans.h"

// Areas of the plan, or groups of patients, by their numbers or ids.
struct known {
    struct index names;
    bool is_known; // false: the plan cannot be read, and nothing is reported
};

static struct known areas_of(const struct repository *repository) {
    const struct plan *plan = repository->plan;
    struct known known = {.is_known = false};
    index_init(&known.names, repository->arena);
    if (plan == NULL || plan->source->broken)
        return known;
    known.is_known = true;
    for (size_t i = 0; i < plan->areas.count; i++)
        if (plan->areas.items[i].number.text.size > 0)
            index_add(&known.names, plan->areas.items[i].number.text, plan);
    return known;
}

static void check_area(const struct referrer *referrer, const struct known *areas,
                       struct scalar number) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    if (!areas->is_known || number.text.size == 0 || index_find(&areas->names, number.text) != NULL)
        return;
    report(diagnostics, RULE_UNKNOWN_AREA, referrer->file, number.at,
           _("the plan has no area %.*s"), TEXT_ARGS(number.text));
}

// False where it is missing, or after a report.
static bool check_once(const struct referrer *referrer, struct index *seen, struct scalar id) {
    if (id.text.size == 0)
        return false;
    if (index_add(seen, id.text, referrer) == NULL)
        return true;
    report(referrer->repository->diagnostics, RULE_DUPLICATE_ID, referrer->file, id.at,
           _("'%.*s' is listed twice"), TEXT_ARGS(id.text));
    return false;
}

static void check_areas(const struct referrer *referrer, const struct strategy *strategy) {
    struct known areas = areas_of(referrer->repository);
    struct index seen;
    index_init(&seen, referrer->repository->arena);
    for (size_t i = 0; i < strategy->priorities.count; i++) {
        const struct priority *priority = &strategy->priorities.items[i];
        check_prose(referrer, &priority->text);
        for (size_t j = 0; j < priority->areas.count; j++)
            check_area(referrer, &areas, priority->areas.items[j]);
    }
    for (size_t i = 0; i < strategy->focuses.count; i++) {
        check_prose(referrer, &strategy->focuses.items[i].text);
        if (check_once(referrer, &seen, strategy->focuses.items[i].area))
            check_area(referrer, &areas, strategy->focuses.items[i].area);
    }
}

// The groups that goals name.
static struct index named_groups(const struct repository *repository) {
    const struct plan *plan = repository->plan;
    struct index named;
    index_init(&named, repository->arena);
    for (size_t i = 0; plan != NULL && i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++) {
            const struct scalar_list *groups = &plan->areas.items[i].goals.items[j].patient_groups;
            for (size_t k = 0; k < groups->count; k++)
                index_add(&named, groups->items[k].text, plan);
        }
    return named;
}

static void check_groups(const struct referrer *referrer, const struct strategy *strategy) {
    struct index named = named_groups(referrer->repository), seen;
    index_init(&seen, referrer->repository->arena);
    for (size_t i = 0; i < strategy->groups.count; i++) {
        const struct scalar id = strategy->groups.items[i].id;
        bool is_first = check_once(referrer, &seen, id);
        if (is_first && named.count > 0 && index_find(&named, id.text) == NULL)
            report(referrer->repository->diagnostics, RULE_PATIENT_GROUP_WITHOUT_GOAL,
                   referrer->file, id.at,
                   _("no goal of the plan is for the group '%.*s'; add it to the 'pasientgrupper' "
                     "of a goal"),
                   TEXT_ARGS(id.text));
    }
}

void check_strategy(const struct repository *whole) {
    const struct strategy *strategy = whole->strategy;
    struct repository of_strategy = *whole; // its areas are those of the plan in force
    const struct repository *repository = &of_strategy;
    if (strategy == NULL || strategy->source->broken)
        return;
    of_strategy.plan = repository_plan(whole, strategy->owner.text, whole->today);
    struct referrer referrer = {.repository = repository,
                                .file = strategy->source->path,
                                .committee = strategy->owner.text};
    if (referrer.committee.size == 0 && repository->plan != NULL)
        referrer.committee = repository->plan->owner.text;
    if (strategy->owner.text.size > 0)
        organisation_resolve(repository->organisation, strategy->owner, true, referrer.file,
                             repository->diagnostics);
    check_deciding_case(&referrer, strategy->challenges.adopted_in);
    check_deciding_case(&referrer, strategy->values.adopted_in);
    check_deciding_case(&referrer, strategy->culture.adopted_in);
    check_prose(&referrer, &strategy->body);
    check_areas(&referrer, strategy);
    check_groups(&referrer, strategy);
}

static void check_group(const struct repository *repository, const struct plan *plan,
                        struct scalar id) {
    const struct strategy *strategy = repository->strategy;
    struct diagnostics *diagnostics = repository->diagnostics;
    if (strategy == NULL)
        report(diagnostics, RULE_UNKNOWN_PATIENT_GROUP, plan->source->path, id.at,
               _("groups of patients are listed in %s, under 'pasientgrupper'; there is no such "
                 "file"),
               STRATEGY_PATH);
    else if (!strategy->source->broken && strategy_group(strategy, id.text) == NULL)
        report(diagnostics, RULE_UNKNOWN_PATIENT_GROUP, plan->source->path, id.at,
               _("%s has no group of patients '%.*s'"), STRATEGY_PATH, TEXT_ARGS(id.text));
}

void check_patient_groups(const struct repository *repository, const struct plan *plan) {
    if (plan->source->broken)
        return;
    for (size_t i = 0; i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++) {
            const struct scalar_list *groups = &plan->areas.items[i].goals.items[j].patient_groups;
            for (size_t k = 0; k < groups->count; k++)
                check_group(repository, plan, groups->items[k]);
        }
}
