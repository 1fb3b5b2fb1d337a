// SPDX-License-Identifier: MIT
// Deadlines of decisions as they are worded: 2025-06-30, "utgangen av juni 2025",
// "første ASU-møte i 2025".

#ifndef FELLESSKAP_MODEL_MEETING_DEADLINE_H
#define FELLESSKAP_MODEL_MEETING_DEADLINE_H

#include "model/meeting/casepaper.h"

// For binding tables: a struct deadline.
extern const struct form deadline_form;

#endif
