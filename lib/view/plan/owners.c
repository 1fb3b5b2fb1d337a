// SPDX-License-Identifier: MIT

#include "view/plan/owners.h"

#include <string.h>

// The last one cannot occur in a text of one line.
static const struct text separators[] = {TEXT_OF(", "), TEXT_OF("; "), TEXT_OF("\n")};

static struct matrix_owner *find(const struct matrix *matrix, struct matrix_owners *owners,
                                 struct text id) {
    struct matrix_owner *owner = (struct matrix_owner *)index_find(&owners->by_id, id);
    if (owner != NULL)
        return owner;
    struct arena *arena = matrix->context->arena;
    const struct party *party = organisation_party(matrix->context->repository->organisation, id);
    owner = arena_alloc(arena, sizeof *owner);
    *owner = (struct matrix_owner){
        .id = id,
        .shown = party == NULL ? id : party->short_name,
        .name = party == NULL ? id : party->name,
        .years = matrix_year_counts_make(matrix, arena),
    };
    index_add(&owners->by_id, id, owner);
    return owner;
}

static void count_action(const struct matrix *matrix, struct matrix_owners *owners,
                         const struct action *action) {
    const struct action *original = action->original;
    for (size_t i = 0; i < original->owners.count; i++) {
        struct matrix_owner *owner = find(matrix, owners, original->owners.items[i].text);
        if (owner->owned_last == action)
            continue;
        owner->owned_last = action;
        owner->owns++;
        matrix_count_years(matrix, action, &owner->years);
    }
    for (size_t i = 0; i < original->support.count; i++) {
        struct matrix_owner *owner = find(matrix, owners, original->support.items[i].text);
        if (owner->supported_last == action)
            continue;
        owner->supported_last = action;
        owner->supports++;
    }
}

static void show(struct matrix_owners *owners, struct text id) {
    struct matrix_owner *owner = (struct matrix_owner *)index_find(&owners->by_id, id);
    if (owner == NULL || owners->count == owners->by_id.count)
        return;
    owners->shown[owners->count++] = owner;
    owners->supporters += owner->supports > 0;
}

static void show_in_order(const struct matrix *matrix, struct matrix_owners *owners) {
    const struct organisation *organisation = matrix->context->repository->organisation;
    owners->shown =
        arena_alloc(matrix->context->arena, owners->by_id.count * sizeof(struct matrix_owner *));
    for (size_t i = 0; i < organisation->bodies.count; i++)
        show(owners, organisation->bodies.items[i].id.text);
    for (size_t i = 0; i < organisation->persons.count; i++)
        show(owners, organisation->persons.items[i].id.text);
}

// Two with the same name get their ids after it.
static void tell_apart(struct matrix_owners *owners, struct arena *arena) {
    struct index names;
    index_init(&names, arena);
    for (size_t i = 0; i < owners->count; i++) {
        struct matrix_owner *owner = owners->shown[i];
        while (index_add(&names, owner->shown, owner) != NULL)
            owner->shown =
                text_format(arena, "%.*s (%.*s)", TEXT_ARGS(owner->shown), TEXT_ARGS(owner->id));
    }
}

static bool separates(const struct matrix_owners *owners, struct text separator) {
    for (size_t i = 0; i < owners->count; i++)
        if (memmem(owners->shown[i]->shown.data, owners->shown[i]->shown.size, separator.data,
                   separator.size) != NULL)
            return false;
    return true;
}

struct matrix_owners matrix_owners_find(const struct matrix *matrix) {
    struct matrix_owners owners = {.shown = NULL};
    index_init(&owners.by_id, matrix->context->arena);
    for (size_t i = 0; i < matrix->area_count; i++)
        for (size_t j = 0; j < matrix->areas[i].goal_count; j++)
            for (size_t k = 0; k < matrix->areas[i].goals[j].action_count; k++)
                count_action(matrix, &owners, matrix->areas[i].goals[j].actions[k]);
    show_in_order(matrix, &owners);
    tell_apart(&owners, matrix->context->arena);
    size_t choice = 0;
    while (!separates(&owners, separators[choice]) &&
           choice + 1 < sizeof separators / sizeof *separators)
        choice++;
    owners.separator = separators[choice];
    return owners;
}

struct text matrix_owners_words(const struct matrix_owners *owners, const struct scalar_list *ids,
                                struct arena *arena) {
    struct text *words = arena_alloc(arena, ids->count * sizeof *words);
    for (size_t i = 0; i < ids->count; i++) {
        const struct matrix_owner *owner = index_find(&owners->by_id, ids->items[i].text);
        words[i] = owner->shown;
    }
    return text_join(arena, words, ids->count, owners->separator);
}
