// SPDX-License-Identifier: MIT

#include "model/tree/plans.h"

#include "model/plan/numbers.h"

struct plan_reference plan_reference_of(struct text written) {
    size_t slash = text_find(written, '/');
    if (slash == written.size)
        return (struct plan_reference){.plan = TEXT(""), .number = written};
    return (struct plan_reference){.plan = text_slice(written, 0, slash),
                                   .number = text_slice(written, slash + 1, written.size)};
}

struct date repository_now(const struct repository *repository) {
    const struct text_list *folders = &repository->meeting_folders;
    struct date last = repository->today, day;
    for (size_t i = 0; repository->today.year == 0 && i < folders->count; i++) {
        struct text name = meeting_name_of(folders->items[i]);
        if (name.size > 10 && date_parse(text_slice(name, 0, 10), &day) &&
            date_compare(day, last) > 0)
            last = day;
    }
    return last;
}

const struct plan *repository_plan(const struct repository *repository, struct text committee,
                                   struct date day) {
    const struct plan *own = NULL, *other = NULL;
    size_t others = 0;
    if (repository->plan != NULL)
        return repository->plan;
    if (day.year == 0)
        day = repository_now(repository);
    for (size_t i = 0; i < repository->plans.count; i++) {
        const struct plan *plan = repository->plans.items[i];
        if (!plan_may_be(plan->source->path) || !plan_is_in_force(plan, day))
            continue;
        if (!text_equal(plan->owner.text, committee)) {
            other = plan;
            others++;
        } else if (own == NULL || date_compare(plan_first_day(plan), plan_first_day(own)) > 0) {
            own = plan;
        }
    }
    return own == NULL && others == 1 ? other : own;
}

const struct plan *repository_plan_of_id(const struct repository *repository, struct text id) {
    if (repository->plan != NULL && text_equal(repository->plan->id.text, id))
        return repository->plan;
    for (size_t i = 0; i < repository->plans.count; i++)
        if (text_equal(repository->plans.items[i]->id.text, id))
            return repository->plans.items[i];
    return NULL;
}

const struct plan *repository_plan_at(const struct repository *repository, struct text path) {
    for (size_t i = 0; i < repository->plans.count; i++)
        if (text_equal(repository->plans.items[i]->source->path, path))
            return repository->plans.items[i];
    return NULL;
}

struct text repository_plan_ids(const struct repository *repository) {
    struct text *ids = arena_alloc(repository->arena, (repository->plans.count + 1) * sizeof *ids);
    for (size_t i = 0; i < repository->plans.count; i++) {
        size_t place = i;
        struct text id = repository->plans.items[i]->id.text;
        for (; place > 0 && text_compare(ids[place - 1], id) > 0; place--)
            ids[place] = ids[place - 1];
        ids[place] = id;
    }
    return text_join(repository->arena, ids, repository->plans.count, TEXT(", "));
}

const struct plan *repository_plan_of_note(const struct repository *repository,
                                           const struct status_note *note) {
    return note->plan.text.size > 0
               ? repository_plan_of_id(repository, note->plan.text)
               : repository_plan(repository, note->owner.text, note->date.date);
}

struct status_notes repository_notes_on(const struct repository *repository,
                                        const struct plan *plan) {
    const struct status_notes *notes = &repository->notes;
    struct status_notes found = {.items = NULL};
    if (plan == repository->plan && plan != NULL)
        return *notes;
    found.items = arena_alloc(repository->arena, (notes->count + 1) * sizeof *found.items);
    for (size_t i = 0; i < notes->count; i++) {
        const struct plan *of = repository_plan_of_note(repository, notes->items[i]);
        if (of != NULL && plan != NULL && text_equal(of->source->path, plan->source->path))
            found.items[found.count++] = notes->items[i];
    }
    return found;
}

struct date repository_grant_day(const struct repository *repository, const struct grant *grant) {
    struct date decided = repository_decision_day(repository, grant);
    int year, to;
    if (decided.year != 0 || !period_parse(grant->id.text, &year, &to))
        return decided;
    return (struct date){year, 1, 1};
}

// In which plan a reference is to be looked up. NULL: in none of the tree.
static const struct plan *plan_meant(const struct repository *repository,
                                     struct plan_reference reference, const struct plan *own,
                                     struct text committee, struct date day) {
    if (reference.plan.size > 0)
        return repository_plan_of_id(repository, reference.plan);
    return own != NULL ? own : repository_plan(repository, committee, day);
}

// What had the number in a plan that is not in the tree any more.
static const struct former *former_of(const struct former *former, struct text plan) {
    while (former != NULL && !text_equal(former->number->plan.text, plan))
        former = former->next;
    return former;
}

struct found_action repository_action(const struct repository *repository, struct text written,
                                      const struct plan *own, struct text committee,
                                      struct date day) {
    struct plan_reference reference = plan_reference_of(written);
    struct found_action found = {.plan = plan_meant(repository, reference, own, committee, day),
                                 .number = reference.number};
    if (found.plan != NULL)
        found.action = plan_action(found.plan, reference.number, day);
    for (size_t i = 0; found.plan == NULL && reference.plan.size > 0 && i < repository->plans.count;
         i++) {
        const struct plan *plan = repository->plans.items[i];
        const struct former *former =
            former_of(index_find(&plan->former_actions, reference.number), reference.plan);
        if (former != NULL)
            found = (struct found_action){plan, former->thing, reference.number};
    }
    return found;
}

struct found_goal repository_goal(const struct repository *repository, struct text written,
                                  const struct plan *own, struct text committee, struct date day) {
    struct plan_reference reference = plan_reference_of(written);
    struct found_goal found = {.plan = plan_meant(repository, reference, own, committee, day),
                               .number = reference.number};
    if (found.plan != NULL)
        found.goal = plan_goal(found.plan, reference.number, day);
    for (size_t i = 0; found.plan == NULL && reference.plan.size > 0 && i < repository->plans.count;
         i++) {
        const struct plan *plan = repository->plans.items[i];
        const struct former *former =
            former_of(index_find(&plan->former_goals, reference.number), reference.plan);
        if (former != NULL)
            found = (struct found_goal){plan, former->thing, reference.number};
    }
    return found;
}
