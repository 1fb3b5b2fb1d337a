// SPDX-License-Identifier: MIT

#include "model/organisation/members.h"

static void add(struct body_members *members, struct member_of_body member, struct arena *arena) {
    members->items = arena_append(arena, members->items, members->count, sizeof *members->items);
    members->items[members->count++] = member;
}

const struct body_members *members_of_bodies(const struct organisation *organisation,
                                             struct arena *arena) {
    const struct body *bodies = organisation->bodies.items;
    struct body_members *members =
        arena_alloc(arena, (organisation->bodies.count + 1) * sizeof *members);
    struct index persons;
    index_init(&persons, arena);
    for (size_t i = 0; i < organisation->persons.count; i++) {
        const struct person *person = &organisation->persons.items[i];
        const struct body *body = index_find(&organisation->body_ids, person->body.text);
        index_add(&persons, person->id.text, person);
        if (body != NULL && body->memberships.count == 0)
            add(&members[body - bodies], (struct member_of_body){person, person->id.text, NULL},
                arena);
    }
    for (size_t i = 0; i < organisation->bodies.count; i++)
        for (size_t j = 0; j < bodies[i].memberships.count; j++) {
            const struct membership *membership = &bodies[i].memberships.items[j];
            struct text who = membership->who.text;
            if (organisation->day.year == 0 ||
                tenure_covers(&membership->tenure, organisation->day))
                add(&members[i],
                    (struct member_of_body){index_find(&persons, who), who, membership}, arena);
        }
    return members;
}

int members_for(const struct body *body, struct text represents, struct date day) {
    int count = 0;
    for (size_t i = 0; i < body->memberships.count; i++) {
        const struct membership *member = &body->memberships.items[i];
        bool votes = member->role.at.line == 0 || member->role.index < MEMBER_OBSERVER;
        if (votes && member->deputy_for.text.size == 0 &&
            text_equal(member->represents.text, represents) && tenure_covers(&member->tenure, day))
            count++;
    }
    return count;
}
