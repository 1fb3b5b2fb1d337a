// SPDX-License-Identifier: MIT
// Who gets what is sent to bodies and people: their e-mail addresses.

#ifndef FELLESSKAP_MODEL_ORGANISATION_ADDRESSEES_H
#define FELLESSKAP_MODEL_ORGANISATION_ADDRESSEES_H

#include "model/organisation/organisation.h"

// Those with an e-mail address among `ids`: a body counts itself where it has an address, otherwise
// as the people in it and those of what it consists of. Each address once, in the order of `ids`;
// `*count` of them, owned by the arena. `organisation` NULL: nobody is known, and nothing is
// reported.
const struct party **organisation_addressees(const struct organisation *organisation,
                                             const struct scalar_list *ids, struct arena *arena,
                                             size_t *count);

#endif
