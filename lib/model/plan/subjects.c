// SPDX-License-Identifier: MIT

#include "model/plan/subjects.h"

#include "input/link/link.h"
#include "model/tree/plans.h"

struct finder {
    const struct repository *repository;
    const struct meeting *meeting;
    struct subjects *found;
    size_t most_allocations;
    struct index actions; // those that have been listed
    struct index grants;
};

static bool list_once(struct finder *finder, struct index *listed, struct text_list *list,
                      struct text key, struct text text) {
    if (index_add(listed, key, finder) != NULL)
        return false;
    text_list_add(list, text, finder->repository->arena);
    return true;
}

// The action of a plan is one, however it is written.
static void add_action(struct finder *finder, struct text written) {
    const struct meeting *meeting = finder->meeting;
    struct found_action found = repository_action(finder->repository, written, NULL,
                                                  meeting->committee.text, meeting->date.date);
    struct text key = found.plan == NULL
                          ? written
                          : text_format(finder->repository->arena, "%.*s/%.*s",
                                        TEXT_ARGS(found.plan->id.text), TEXT_ARGS(found.number));
    list_once(finder, &finder->actions, &finder->found->actions, key, written);
}

// The action of a grant as the paper would write it.
static struct text as_written_by_paper(const struct finder *finder, const struct grant *grant,
                                       struct text number) {
    const struct repository *repository = finder->repository;
    const struct meeting *meeting = finder->meeting;
    struct found_action found = repository_action(repository, number, NULL, grant->owner.text,
                                                  repository_grant_day(repository, grant));
    const struct plan *own =
        repository_plan(repository, meeting->committee.text, meeting->date.date);
    if (found.plan == NULL || found.plan == own)
        return number;
    return text_format(repository->arena, "%.*s/%.*s", TEXT_ARGS(found.plan->id.text),
                       TEXT_ARGS(found.number));
}

// A grant concerns the actions that its allocations are for.
static void add_grant(struct finder *finder, struct text id) {
    if (!list_once(finder, &finder->grants, &finder->found->grants, id, id))
        return;
    const struct grant *grant = repository_grant(finder->repository, id);
    if (grant == NULL || grant->allocations.count > finder->most_allocations)
        return;
    for (size_t i = 0; i < grant->allocations.count; i++) {
        const struct scalar_list *actions = &grant->allocations.items[i].actions;
        for (size_t j = 0; j < actions->count; j++)
            add_action(finder, as_written_by_paper(finder, grant, actions->items[j].text));
    }
}

// The depth of the tree is bounded.
static void add_nodes(struct finder *finder, const struct prose_node *node,
                      const struct prose_node *end) {
    for (; node != NULL && node != end; node = node->next) {
        struct text scheme, target;
        bool named = (node->kind == PROSE_LINK || node->kind == PROSE_EMBED) &&
                     markdown_own_scheme(node->url, &scheme, &target);
        if (named && text_is(scheme, "tiltak"))
            add_action(finder, target);
        else if (named && text_is(scheme, "tilskudd"))
            add_grant(finder, target);
        add_nodes(finder, node->first, NULL);
    }
}

static void begin(struct finder *finder, const struct repository *repository,
                  const struct meeting *meeting, struct subjects *found) {
    *finder = (struct finder){
        .repository = repository, .meeting = meeting, .found = found, .most_allocations = SIZE_MAX};
    index_init(&finder->actions, repository->arena);
    index_init(&finder->grants, repository->arena);
}

struct subjects subjects_of_paper(const struct repository *repository,
                                  const struct meeting *meeting, const struct case_paper *paper) {
    struct subjects found = {.actions = {.count = 0}};
    struct finder finder;
    begin(&finder, repository, meeting, &found);
    for (size_t i = 0; i < paper->sections.count; i++) {
        const struct prose *text = &paper->sections.items[i].text;
        add_nodes(&finder, text->first, text->end);
    }
    return found;
}

struct subjects subjects_of(const struct repository *repository, const struct meeting *meeting,
                            const struct case_paper *paper, size_t most_allocations) {
    struct subjects found = {.actions = {.count = 0}};
    struct finder finder;
    const struct case_section *section = case_paper_decision(paper);
    begin(&finder, repository, meeting, &found);
    finder.most_allocations = most_allocations;
    for (size_t i = 0; section != NULL && i < section->points.count; i++) {
        const struct prose *text = &section->points.items[i]->text;
        add_nodes(&finder, text->first, text->end);
    }
    return found;
}
