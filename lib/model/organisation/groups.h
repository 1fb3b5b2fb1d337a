// SPDX-License-Identifier: MIT
// Groups of bodies: "fagrådene" consists of each council. What a group owns, its members own.

#ifndef FELLESSKAP_MODEL_ORGANISATION_GROUPS_H
#define FELLESSKAP_MODEL_ORGANISATION_GROUPS_H

#include "model/organisation/organisation.h"

// Adds to `ids` the id itself, and each group that it is part of, directly or through another. The
// things of the index are the keys' owner, the organisation.
void groups_of(const struct organisation *organisation, struct text id, struct index *ids);

// Adds to `ids` all that those in it consist of, directly or through others.
void groups_add_members(const struct organisation *organisation, struct index *ids);

#endif
