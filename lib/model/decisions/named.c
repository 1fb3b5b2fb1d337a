// SPDX-License-Identifier: MIT

#include "model/decisions/named.h"

#include "model/plan/numbers.h"
#include "model/tree/plans.h"

static struct text key_of(const struct plan *plan, const struct action *action,
                          struct arena *arena) {
    return text_format(arena, "%.*s %zu", TEXT_ARGS(plan->source->path), action->order);
}

static struct naming_action *naming_of(struct named_actions *named, const struct plan *plan,
                                       const struct action *action) {
    struct arena *arena = named->repository->arena;
    struct text key = key_of(plan, action, arena);
    // The index holds what has been put there below.
    struct naming_action *naming =
        (struct naming_action *)(uintptr_t)index_find(&named->actions, key);
    if (naming == NULL) {
        naming = arena_alloc(arena, sizeof *naming);
        index_add(&named->actions, key, naming);
    }
    return naming;
}

static void add_case(struct named_actions *named, const struct case_history *history) {
    const struct repository *repository = named->repository;
    const struct meeting *meeting = history->meeting;
    if (meeting == NULL || !repository_is_sent(repository, meeting->folder))
        return;
    struct subjects subjects = subjects_of_paper(repository, meeting, history->paper);
    for (size_t i = 0; i < subjects.actions.count; i++) {
        struct found_action found = repository_action(repository, subjects.actions.items[i], NULL,
                                                      meeting->committee.text, meeting->date.date);
        if (found.action == NULL)
            continue;
        struct naming_action *naming = naming_of(named, found.plan, found.action);
        naming->cases = arena_append(repository->arena, naming->cases, naming->case_count,
                                     sizeof(*naming->cases));
        naming->cases[naming->case_count++] = history;
    }
}

static void add_note(struct named_actions *named, const struct status_note *note) {
    const struct plan *plan = repository_plan_of_note(named->repository, note);
    for (size_t i = 0; plan != NULL && i < note->actions.count; i++) {
        const struct reported_action *told = &note->actions.items[i];
        const struct action *action = plan_action(plan, told->number.text, note->date.date);
        if (action == NULL)
            continue;
        struct naming_action *naming = naming_of(named, plan, action);
        naming->told = arena_append(named->repository->arena, naming->told, naming->told_count,
                                    sizeof *naming->told);
        naming->told[naming->told_count++] = (struct told_of_action){note, told};
    }
}

static void add_allocation(struct named_actions *named, const struct grant *grant,
                           const struct allocation *allocation) {
    const struct repository *repository = named->repository;
    for (size_t i = 0; i < allocation->actions.count; i++) {
        struct found_action found =
            repository_action(repository, allocation->actions.items[i].text, NULL,
                              grant->owner.text, repository_grant_day(repository, grant));
        if (found.action == NULL)
            continue;
        struct naming_action *naming = naming_of(named, found.plan, found.action);
        naming->allocations = arena_append(repository->arena, naming->allocations,
                                           naming->allocation_count, sizeof *naming->allocations);
        naming->allocations[naming->allocation_count++] =
            (struct allocated_to_action){grant, allocation};
    }
}

const struct named_actions *named_actions_of(const struct repository *repository,
                                             const struct decisions *decisions) {
    struct named_actions *named = arena_alloc(repository->arena, sizeof *named);
    named->repository = repository;
    index_init(&named->actions, repository->arena);
    for (size_t i = 0; i < decisions->history_count; i++)
        add_case(named, decisions->histories[i]);
    for (size_t i = 0; i < repository->notes.count; i++)
        add_note(named, repository->notes.items[i]);
    for (size_t i = 0; i < repository->grants.count; i++) {
        const struct grant *grant = repository->grants.items[i].grant;
        for (size_t j = 0; j < grant->allocations.count; j++)
            add_allocation(named, grant, &grant->allocations.items[j]);
    }
    return named;
}

struct naming_action naming_action(const struct named_actions *named, const struct plan *plan,
                                   const struct action *action, struct arena *arena) {
    const struct naming_action *found = index_find(&named->actions, key_of(plan, action, arena));
    return found == NULL ? (struct naming_action){.cases = NULL} : *found;
}
