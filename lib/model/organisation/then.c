// SPDX-License-Identifier: MIT

#include "model/organisation/then.h"

static bool has_terms(const struct organisation *organisation) {
    bool found = false;
    for (size_t i = 0; i < organisation->bodies.count; i++)
        found = found || organisation->bodies.items[i].memberships.count > 0;
    for (size_t i = 0; i < organisation->persons.count; i++)
        for (size_t j = 0; j < organisation->persons.items[i].names.count; j++) {
            const struct tenure *tenure = &organisation->persons.items[i].names.items[j].tenure;
            found = found || tenure->from.at.line > 0 || tenure->until.at.line > 0;
        }
    return found;
}

static bool has_nynorsk(const struct organisation *organisation) {
    bool found = organisation->name_nn.text.size > 0;
    for (size_t i = 0; i < organisation->bodies.count; i++)
        found = found || organisation->bodies.items[i].name_nn.text.size > 0 ||
                organisation->bodies.items[i].short_name_nn.text.size > 0;
    for (size_t i = 0; i < organisation->persons.count; i++)
        found = found || organisation->persons.items[i].role_nn.text.size > 0;
    return found;
}

const struct organisation *organisation_on(const struct organisation *organisation, struct date day,
                                           enum language language, struct arena *arena) {
    bool dated = organisation != NULL && day.year > 0 && has_terms(organisation);
    bool translated = organisation != NULL && language == LANGUAGE_NN && has_nynorsk(organisation);
    if (!dated && !translated)
        return organisation;
    struct organisation *then = arena_alloc(arena, sizeof *then);
    *then = *organisation;
    then->day = dated ? day : organisation->day;
    if (translated && organisation->name_nn.text.size > 0)
        then->name.text = organisation->name_nn.text;
    index_init(&then->parties, arena);
    for (size_t i = 0; i < then->bodies.count; i++) {
        struct party *party = arena_alloc(arena, sizeof *party);
        *party = party_of_body(&then->bodies.items[i], language);
        if (party->id.size > 0)
            index_add(&then->parties, party->id, party);
    }
    for (size_t i = 0; i < then->persons.count; i++) {
        struct party *party = arena_alloc(arena, sizeof *party);
        *party = party_of_person(&then->persons.items[i], then->day, language, arena);
        if (party->id.size > 0)
            index_add(&then->parties, party->id, party);
    }
    return then;
}
