// SPDX-License-Identifier: MIT

#include "model/organisation/addressees.h"

struct addressees {
    const struct organisation *organisation;
    struct arena *arena;
    struct index seen; // addresses, in lower case
    const struct party **items;
    size_t count;
    struct index reached;       // ids of `bodies`
    const struct body **bodies; // without an address; each is followed once
    size_t body_count;
};

static void add_addressee(struct addressees *list, const struct party *party) {
    if (party == NULL)
        return;
    if (party->email.size == 0 && party->body != NULL &&
        index_add(&list->reached, party->id, party) == NULL)
        list->bodies[list->body_count++] = party->body;
    if (party->email.size == 0 ||
        index_add(&list->seen, text_lower(list->arena, party->email), party) != NULL)
        return;
    list->items = arena_append(list->arena, list->items, list->count, sizeof *list->items);
    list->items[list->count++] = party;
}

static void add_people_of(struct addressees *list, const struct body *body) {
    const struct organisation *organisation = list->organisation;
    for (size_t i = 0; i < organisation->persons.count; i++) {
        const struct person *person = &organisation->persons.items[i];
        if (text_equal(person->body.text, body->id.text))
            add_addressee(list, organisation_party(organisation, person->id.text));
    }
    for (size_t i = 0; i < body->memberships.count; i++)
        if (tenure_covers(&body->memberships.items[i].tenure, organisation->day))
            add_addressee(list,
                          organisation_party(organisation, body->memberships.items[i].who.text));
    for (size_t i = 0; i < body->members.count; i++)
        add_addressee(list, organisation_party(organisation, body->members.items[i].text));
}

const struct party **organisation_addressees(const struct organisation *organisation,
                                             const struct scalar_list *ids, struct arena *arena,
                                             size_t *count) {
    struct addressees list = {.organisation = organisation, .arena = arena};
    *count = 0;
    if (organisation == NULL)
        return NULL;
    index_init(&list.seen, arena);
    index_init(&list.reached, arena);
    list.bodies = arena_alloc(arena, (organisation->bodies.count + 1) * sizeof *list.bodies);
    size_t followed = 0;
    for (size_t i = 0; i < ids->count; i++) {
        add_addressee(&list, organisation_party(organisation, ids->items[i].text));
        while (followed < list.body_count)
            add_people_of(&list, list.bodies[followed++]);
    }
    *count = list.count;
    return list.items;
}
