// SPDX-License-Identifier: MIT
// The change of a file that adds a missing reference to the action, or the grant, that lacks it, or
// the name that something had before.

#ifndef FELLESSKAP_CHECK_FIX_BACK_REFERENCE_H
#define FELLESSKAP_CHECK_FIX_BACK_REFERENCE_H

#include "model/grant/grant.h"
#include "model/meeting/meeting.h"
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

// The name that a meeting's folder had, or the id of a grant (flyttet-fra), or the number of an
// action or a goal (tidligere-nr), where it has none yet.
bool former_name_fix_meeting(const struct sources *sources, struct source *source,
                             const struct meeting *meeting, struct text name, struct fix *fix);
bool former_name_fix_grant(const struct sources *sources, struct source *source,
                           const struct grant *grant, struct text id, struct fix *fix);
bool former_name_fix_number(const struct sources *sources, struct source *source,
                            const struct scalar *number, const struct former_numbers *former,
                            struct text name, struct fix *fix);

// Another text in place of a value, where that is written as it was read.
bool value_fix(const struct sources *sources, struct source *source, const struct scalar *value,
               struct text meant, struct fix *fix);

#endif
