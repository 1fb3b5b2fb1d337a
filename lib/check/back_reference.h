// SPDX-License-Identifier: MIT
// The change of a file that writes a missing reference (`se`) to an action.

#ifndef FELLESSKAP_CHECK_BACK_REFERENCE_H
#define FELLESSKAP_CHECK_BACK_REFERENCE_H

#include "model/plan.h"

// Adds `numbers` ("1.2.1, 1.4.1") to what the action sees: to its list, or as a key of its own
// behind another of one line. False when the file is written in a way that leaves a doubt where.
bool back_reference_fix(const struct sources *sources, struct source *source,
                        const struct action *action, struct text numbers, struct fix *fix);

#endif
