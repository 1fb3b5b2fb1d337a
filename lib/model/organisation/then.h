// SPDX-License-Identifier: MIT
// The organisation as documents of a day and a language name it.

#ifndef FELLESSKAP_MODEL_ORGANISATION_THEN_H
#define FELLESSKAP_MODEL_ORGANISATION_THEN_H

#include "model/organisation/organisation.h"

// As it was on a day (year 0: now), and in a language: the names of its people and bodies, and who
// was a member. Itself where nothing differs.
const struct organisation *organisation_on(const struct organisation *organisation, struct date day,
                                           enum language language, struct arena *arena);

#endif
