// SPDX-License-Identifier: MIT
// What is to be decided: who does it, and by when.

#ifndef FELLESSKAP_CHECK_DECISIONS_DECISIONS_H
#define FELLESSKAP_CHECK_DECISIONS_DECISIONS_H

#include "model/tree/repository.h"

// What a colleague would ask about the proposals of a meeting whose papers were read with their
// bodies.
void check_decisions(const struct repository *repository, const struct meeting *meeting);

#endif
