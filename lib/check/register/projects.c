// SPDX-License-Identifier: MIT

#include "model/register/projects.h"

#include "base/message.h"
#include "check/register/parts.h"
#include "check/register/rules.h"
#include "check/tree/references.h"

static void check_funding(const struct referrer *referrer, const struct project_funding *funding) {
    const struct grant *grant = repository_grant(referrer->repository, funding->grant.text);
    if (funding->grant.text.size == 0)
        return;
    check_grant_reference(referrer, funding->grant);
    if (grant != NULL && !grant->source->broken && funding->allocation.text.size > 0)
        check_allocation_reference(referrer, grant, funding->allocation);
}

static void check_points(const struct referrer *referrer, struct register_time whole,
                         const struct project_points *points) {
    for (size_t i = 0; i < points->count; i++) {
        check_within(referrer, whole, points->items[i].date);
        check_register_words(referrer, &points->items[i].text, 1);
    }
}

static void check_phases(const struct referrer *referrer, const struct project *project,
                         struct register_time whole) {
    for (size_t i = 0; i < project->phases.count; i++) {
        const struct project_phase *phase = &project->phases.items[i];
        check_time(referrer, (struct register_time){phase->from, phase->to});
        check_within(referrer, whole, phase->from);
        check_within(referrer, whole, phase->to);
        check_register_words(referrer, &phase->name, 1);
    }
}

static void check_project(const struct referrer *referrer, const struct project *project,
                          struct dated as_of) {
    static const enum register_state meanings[PROJECT_STATE_COUNT] = {[PROJECT_PLANNED] =
                                                                          STATE_AHEAD,
                                                                      [PROJECT_RUNNING] = STATE_NOW,
                                                                      [PROJECT_ENDED] = STATE_OVER};
    const struct register_time whole = {project->from, project->to};
    const struct prose *const texts[] = {&project->mandate, &project->spread, &project->remark};
    check_register_body(referrer, project->owner);
    check_register_party(referrer, project->leader);
    check_parties(referrer, &project->parties);
    check_actions(referrer, &project->actions);
    check_time(referrer, whole);
    if (project->state.index >= 0)
        check_state(referrer, &project->state, meanings[project->state.index], whole, as_of);
    check_phases(referrer, project, whole);
    check_points(referrer, whole, &project->milestones);
    check_points(referrer, whole, &project->stops);
    for (size_t i = 0; i < project->funding.count; i++)
        check_funding(referrer, &project->funding.items[i]);
    check_register_texts(referrer, texts, sizeof texts / sizeof *texts);
    check_register_words(referrer, &project->name, 1);
}

void check_projects(const struct referrer *referrer, const struct registry *registry) {
    const struct projects *projects = (const struct projects *)(const void *)registry;
    struct index ids;
    index_init(&ids, referrer->repository->arena);
    for (size_t i = 0; i < projects->projects.count; i++) {
        const struct project *project = &projects->projects.items[i];
        check_register_id(referrer, &ids, project->id);
        check_project(referrer, project, registry->as_of);
    }
}
