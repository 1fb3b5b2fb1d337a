// SPDX-License-Identifier: MIT
// What bodies and people are called in prose: by their ids, names, short names, other spellings and
// roles, in any case.

#ifndef FELLESSKAP_MODEL_ORGANISATION_CALLED_H
#define FELLESSKAP_MODEL_ORGANISATION_CALLED_H

#include "model/organisation/organisation.h"

#include <stdbool.h>

// Fills in what of an organisation is read here; the bodies and people have been read.
void called_index(struct organisation *organisation, struct arena *arena);

// The bytes of the longest name of somebody that the words begin with, with what marks it; 0 for
// none. The words are in lower case, with a space between.
size_t called_size(const struct organisation *organisation, struct text words);

// Whether somebody is named. The words are in lower case, with a space between.
bool called_names_somebody(const struct organisation *organisation, struct text words);

#endif
