// SPDX-License-Identifier: MIT
// Somebody who is named for one meeting: a body or person of the organisation, or a guest.

#ifndef FELLESSKAP_MODEL_ORGANISATION_NAMED_PERSON_H
#define FELLESSKAP_MODEL_ORGANISATION_NAMED_PERSON_H

#include "input/yaml/binding.h"

struct named_person {
    struct scalar who;
    struct scalar guest;    // navn
    struct scalar position; // stilling
    struct scalar belongs;  // tilhører
};

// For FIELD_PEOPLE: an id, or what is known of a guest.
extern const struct shape named_person_shape;

#endif
