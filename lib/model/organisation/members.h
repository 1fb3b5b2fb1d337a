// SPDX-License-Identifier: MIT
// Who is in the bodies on a day.

#ifndef FELLESSKAP_MODEL_ORGANISATION_MEMBERS_H
#define FELLESSKAP_MODEL_ORGANISATION_MEMBERS_H

#include "model/organisation/organisation.h"

struct member_of_body {
    const struct person *person;         // NULL: it is none of this tree
    struct text who;                     // the id
    const struct membership *membership; // NULL: the person says so, and keeps no terms
};

struct body_members {
    struct member_of_body *items;
    size_t count;
};

// Those of each body on the organisation's day, by its place in the file and in the order of that;
// without a day all that it has had and will have. Where a body lists its members, these; otherwise
// the people who name it.
const struct body_members *members_of_bodies(const struct organisation *organisation,
                                             struct arena *arena);

// How many members with a vote represent somebody in a body on a day; year 0: now.
int members_for(const struct body *body, struct text represents, struct date day);

#endif
