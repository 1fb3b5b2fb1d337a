// SPDX-License-Identifier: MIT
// The change of a file that adds a missing reference to the action, or the grant, that lacks it.

#ifndef FELLESSKAP_CHECK_FIX_BACK_REFERENCE_H
#define FELLESSKAP_CHECK_FIX_BACK_REFERENCE_H

#include "model/grant/grant.h"
#include "model/plan/plan.h"

// Adds `numbers` ("1.2.1, 1.4.1") to what an action sees (se), cases ("42/24") to those that
// decided it (vedtak): to the list, or as a new key after one that takes one line. False when the
// file leaves doubt about the place.
bool back_reference_fix(const struct sources *sources, struct source *source,
                        const struct action *action, struct text numbers, struct fix *fix);
bool back_reference_fix_cases(const struct sources *sources, struct source *source,
                              const struct action *action, struct text cases, struct fix *fix);

// The same for the case that decided a grant (vedtatt), where none is given.
bool back_reference_fix_grant(const struct sources *sources, struct source *source,
                              const struct grant *grant, struct text case_number, struct fix *fix);

#endif
