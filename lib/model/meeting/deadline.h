// SPDX-License-Identifier: MIT
// Deadlines of decisions and actions as they are worded: 2025-06-30, "utgangen av juni 2025",
// "første ASU-møte i 2025", "neste møte", "1. mars 2025", "mars 2025", "våren 2025",
// "2. kvartal 2025", "årsskiftet"; with "innen" before; or without a day: "snarest", "løpende".

#ifndef FELLESSKAP_MODEL_MEETING_DEADLINE_H
#define FELLESSKAP_MODEL_MEETING_DEADLINE_H

#include "input/yaml/shape.h"

// When a decision must be followed up, or an action be done: a day, or a meeting that is not called
// yet.
struct deadline {
    struct dated day;        // also of a month, a season or a year: the last of it
    struct scalar committee; // of "første ASU-møte i 2025" and "neste ASU-møte"
    int year;                // of "første ASU-møte i 2025"
    bool month_end;          // "utgangen av juni 2025"
    bool next_meeting;       // "neste møte": of the committee that decides, if none is named
    bool turn_of_year;       // "årsskiftet": that after the decision, or that the action comes to
    struct scalar text;      // as written
};

// For binding tables: a struct deadline.
extern const struct form deadline_form;

#endif
