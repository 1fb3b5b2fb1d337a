// SPDX-License-Identifier: MIT
// The change of a file that moves a person from `organ` to the `medlemmer` of the body.

#ifndef FELLESSKAP_CHECK_FIX_MEMBERSHIP_H
#define FELLESSKAP_CHECK_FIX_MEMBERSHIP_H

#include "input/file/source.h"
#include "model/organisation/organisation.h"

// Deletes the `organ` of a person, which is on a line of its own or in a map on one line, and adds
// the person below the last of the body's members, each of which is on a line of its own above it,
// unless the body has the person already. The person has an `organ` and the body has members. False
// where the file is written in another way.
bool membership_fix(const struct sources *sources, struct source *source, const struct body *body,
                    const struct person *person, struct fix *fix);

#endif
