// SPDX-License-Identifier: MIT
// Deadlines of decisions as they are worded: 2025-06-30, "utgangen av juni 2025",
// "første ASU-møte i 2025".

#ifndef FELLESSKAP_MODEL_MEETING_DEADLINE_H
#define FELLESSKAP_MODEL_MEETING_DEADLINE_H

#include "input/yaml/shape.h"

// When a decision must be followed up: a day, or a meeting that is not called yet.
struct deadline {
    struct dated day;        // also of "utgangen av juni 2025": the last of the month
    struct scalar committee; // of "første ASU-møte i 2025"
    int year;                // the same
    struct scalar text;      // as written
};

// For binding tables: a struct deadline.
extern const struct form deadline_form;

#endif
