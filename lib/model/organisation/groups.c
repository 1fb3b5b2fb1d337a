// SPDX-License-Identifier: MIT

#include "model/organisation/groups.h"

// Bodies that have been reached; each is followed once.
struct reach {
    const struct organisation *organisation;
    struct index *ids;
    const struct body **bodies;
    size_t count;
};

static struct reach reach_begin(const struct organisation *organisation, struct index *ids) {
    size_t bytes = (organisation->bodies.count + 1) * sizeof(struct body *);
    return (struct reach){organisation, ids, arena_alloc(ids->arena, bytes), 0};
}

static void reach_body(struct reach *reach, struct text id) {
    const struct body *body = index_find(&reach->organisation->body_ids, id);
    if (body != NULL && index_add(reach->ids, body->id.text, reach->organisation) == NULL)
        reach->bodies[reach->count++] = body;
}

void groups_of(const struct organisation *organisation, struct text id, struct index *ids) {
    struct reach reach = reach_begin(organisation, ids);
    reach_body(&reach, id);
    index_add(ids, id, organisation);
    for (size_t done = 0; done < reach.count; done++)
        for (size_t i = 0; i < reach.bodies[done]->groups.count; i++)
            reach_body(&reach, reach.bodies[done]->groups.items[i].text);
}

void groups_add_members(const struct organisation *organisation, struct index *ids) {
    struct reach reach = reach_begin(organisation, ids);
    for (size_t i = 0; i < organisation->bodies.count; i++) {
        const struct body *body = &organisation->bodies.items[i];
        bool is_first = index_find(&organisation->body_ids, body->id.text) == body;
        if (is_first && index_find(ids, body->id.text) != NULL)
            reach.bodies[reach.count++] = body;
    }
    for (size_t done = 0; done < reach.count; done++)
        for (size_t i = 0; i < reach.bodies[done]->members.count; i++)
            reach_body(&reach, reach.bodies[done]->members.items[i].text);
}
