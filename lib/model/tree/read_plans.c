// SPDX-License-Identifier: MIT

#include "model/tree/read_plans.h"

#include "model/tree/plans.h"

static void add_plan(struct reader *reader, const struct plan *plan) {
    struct repository *repository = reader->repository;
    for (size_t i = 0; i < repository->plans.count; i++)
        if (text_equal(repository->plans.items[i]->source->path, plan->source->path)) {
            repository->plans.items[i] = plan;
            return;
        }
    repository->plans.items =
        arena_append(reader->arena, repository->plans.items, repository->plans.count,
                     sizeof *repository->plans.items);
    repository->plans.items[repository->plans.count++] = plan;
}

const struct plan *reader_read_plan(struct reader *reader, struct text path) {
    const struct plan *plan = plan_read(&reader->repository->sources, path);
    if (plan == NULL)
        return NULL;
    add_plan(reader, plan);
    reader_owns(reader, (struct namer){.by = path, .committee = plan->owner.text});
    return plan;
}

// --- which are meant ---

static void settle_numbers(const struct repository *repository, const struct plan *plan,
                           struct former_numbers *former) {
    for (size_t i = 0; i < former->count; i++) {
        struct text id = former->items[i].plan.text;
        former->items[i].is_elsewhere = id.size > 0 && !text_equal(id, plan->id.text) &&
                                        repository_plan_of_id(repository, id) != NULL;
    }
}

static void settle_plan(const struct repository *repository, const struct plan *settled) {
    // The list has what the reader itself has put there.
    struct plan *plan = (struct plan *)(uintptr_t)settled;
    for (size_t i = 0; i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++) {
            struct goal *goal = &plan->areas.items[i].goals.items[j];
            settle_numbers(repository, plan, &goal->former);
            for (size_t k = 0; k < goal->actions.count; k++)
                settle_numbers(repository, plan, &goal->actions.items[k].former);
        }
    plan_index_former_numbers(plan, repository->arena);
}

void reader_settle_plans(struct reader *reader) {
    struct repository *repository = reader->repository;
    size_t count = 0;
    repository->plan = NULL;
    for (size_t i = 0; i < repository->plans.count; i++)
        if (plan_may_be(repository->plans.items[i]->source->path)) {
            repository->plan = repository->plans.items[i];
            count++;
        }
    if (count > 1)
        repository->plan = NULL;
    for (size_t i = 0; repository->plans.count > 1 && i < repository->plans.count; i++)
        settle_plan(repository, repository->plans.items[i]);
}

// --- all of them ---

static bool is_read(const struct repository *repository, struct text path) {
    for (size_t i = 0; i < repository->plans.count; i++)
        if (text_equal(repository->plans.items[i]->source->path, path))
            return true;
    return false;
}

static size_t count_files(const struct repository *repository) {
    size_t count = 0;
    for (size_t i = 0; i < repository->plan_files.count; i++)
        count += plan_may_be(repository->plan_files.items[i]);
    return count;
}

// Of a plan that is shown as a part of something, what it names is not needed.
static const struct plan *read_part(struct reader *reader, struct text path, bool whole) {
    struct sources *sources = &reader->repository->sources;
    size_t named = sources->named_count;
    const struct plan *plan = whole ? plan_read(sources, path) : plan_read_numbers(sources, path);
    sources->named_count = named;
    if (plan != NULL)
        add_plan(reader, plan);
    return plan;
}

void reader_read_plans_if_present(struct reader *reader, bool whole) {
    const struct repository *repository = reader->repository;
    size_t count = count_files(repository);
    if (reader->has_plans || repository->plan != NULL || count == 0)
        return;
    reader->has_plans = true;
    for (size_t i = 0; i < repository->plan_files.count; i++) {
        struct text path = repository->plan_files.items[i];
        if (plan_may_be(path) && !is_read(repository, path))
            read_part(reader, path, whole && count == 1);
    }
    reader_settle_plans(reader);
}

void reader_read_plans(struct reader *reader, bool whole) {
    struct repository *repository = reader->repository;
    reader_read_plans_if_present(reader, whole);
    if (!reader->has_plans && repository->plan == NULL) {
        reader->has_plans = true;
        repository->plan = plan_read_numbers(&repository->sources, TEXT(PLAN_PATH));
    }
    if (whole && repository->plan != NULL && !repository->plan->is_whole)
        reader_read_rest_of_plan(reader, repository->plan);
}

const struct plan *reader_read_rest_of_plan(struct reader *reader, const struct plan *plan) {
    const struct plan *whole = read_part(reader, plan->source->path, true);
    reader_settle_plans(reader);
    return whole == NULL ? plan : whole;
}
