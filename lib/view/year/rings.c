// SPDX-License-Identifier: MIT

#include "view/year/rings.h"

#include <stdlib.h>

static void find_people(const struct organisation *organisation, struct index *people) {
    for (size_t i = 0; i < organisation->persons.count; i++)
        if (organisation->persons.items[i].body.text.size > 0)
            index_add(people, organisation->persons.items[i].id.text,
                      &organisation->persons.items[i].body);
    for (size_t i = 0; i < organisation->bodies.count; i++) {
        const struct body *body = &organisation->bodies.items[i];
        for (size_t j = 0; j < body->memberships.count; j++)
            if (body->memberships.items[j].who.text.size > 0)
                index_add(people, body->memberships.items[j].who.text, &body->id);
    }
}

// A person's is the one in which that person sits; empty: none.
static struct text body_of(const struct year_entries *entries, const struct rings *rings,
                           struct text id) {
    const struct organisation *organisation = entries->context->repository->organisation;
    const struct scalar *body = index_find(&rings->people, id);
    if (index_find(&organisation->body_ids, id) != NULL)
        return id;
    return body == NULL ? TEXT("") : body->text;
}

struct counted {
    struct text id;
    size_t place; // in the organisation
    size_t count;
};

static int most_first(const void *left, const void *right) {
    const struct counted *a = left, *b = right;
    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return a->place < b->place ? -1 : a->place > b->place;
}

static int by_place(const void *left, const void *right) {
    const struct counted *a = left, *b = right;
    return a->place < b->place ? -1 : a->place > b->place;
}

// How many entries each body has, in the order of the organisation; true where some have none.
static bool count_entries(const struct year_entries *entries, const struct rings *rings,
                          struct counted *counted, struct index *by_id) {
    const struct organisation *organisation = entries->context->repository->organisation;
    bool has_others = false;
    for (size_t i = 0; i < organisation->bodies.count; i++) {
        counted[i] = (struct counted){organisation->bodies.items[i].id.text, i, 0};
        index_add(by_id, counted[i].id, &counted[i]);
    }
    for (size_t i = 0; i < entries->count; i++) {
        const struct scalar_list *who = &entries->items[i].who;
        has_others = has_others || who->count == 0;
        for (size_t j = 0; j < who->count; j++) {
            const struct counted *of =
                index_find(by_id, body_of(entries, rings, who->items[j].text));
            has_others = has_others || of == NULL;
            if (of != NULL)
                counted[of - counted].count++;
        }
    }
    return has_others;
}

struct rings rings_of(const struct year_entries *entries) {
    struct arena *arena = entries->context->arena;
    size_t bodies = entries->context->repository->organisation->bodies.count, busy = 0;
    struct counted *counted = arena_alloc(arena, (bodies + 1) * sizeof *counted);
    struct index by_id;
    struct rings rings = {.count = 0};
    index_init(&by_id, arena);
    index_init(&rings.people, arena);
    find_people(entries->context->repository->organisation, &rings.people);
    bool has_others = count_entries(entries, &rings, counted, &by_id);
    qsort(counted, bodies, sizeof *counted, most_first);
    while (busy < bodies && counted[busy].count > 0)
        busy++;
    has_others = has_others || busy > MOST_RINGS;
    size_t most = has_others ? MOST_RINGS - 1 : MOST_RINGS;
    rings.count = busy < most ? busy : most;
    qsort(counted, rings.count, sizeof *counted, by_place);
    for (size_t i = 0; i < rings.count; i++)
        rings.ids[i] = counted[i].id;
    if (has_others)
        rings.ids[rings.count++] = TEXT("");
    return rings;
}

static size_t place_of(const struct rings *rings, struct text body) {
    for (size_t i = 0; i < rings->count; i++)
        if (text_equal(rings->ids[i], body))
            return i;
    return rings->count - 1;
}

size_t rings_of_entry(const struct year_entries *entries, const struct rings *rings,
                      const struct year_entry *entry, size_t places[MOST_RINGS]) {
    bool seen[MOST_RINGS] = {false};
    size_t count = 0;
    if (entry->who.count == 0)
        seen[rings->count - 1] = true;
    for (size_t i = 0; i < entry->who.count; i++)
        seen[place_of(rings, body_of(entries, rings, entry->who.items[i].text))] = true;
    for (size_t i = 0; i < rings->count; i++)
        if (seen[i])
            places[count++] = i;
    return count;
}
