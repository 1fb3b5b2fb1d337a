// SPDX-License-Identifier: MIT
// The key `år` of an action, which is written in three ways.

#ifndef FELLESSKAP_MODEL_PLAN_YEARS_H
#define FELLESSKAP_MODEL_PLAN_YEARS_H

#include "input/yaml/shape.h"

// What a plan says of an action in one year.
enum mark {
    MARK_NONE,
    MARK_ALL_YEAR,      // x
    MARK_AUTUMN,        // høst
    MARK_SPRING,        // vår
    MARK_SPRING_AUTUMN, // vår/høst
    MARK_START_AUTUMN,  // oppstart høst
    MARK_START_SPRING,  // oppstart vår
    MARK_STARTED,       // igangsatt
    MARK_DEFERRED,      // -
    MARK_COUNT
};

// The marks as they are written, by enum mark; NULL after the last.
extern const char *const mark_names[];

struct year_mark {
    int year;
    enum mark mark;
    struct position at;
};

struct year_marks {
    struct year_mark *items; // in order of the years
    size_t count;
    struct position at;
};

struct period {
    int from; // years
    int to;
    struct position at;
};

// For binding tables: a struct period, and a struct year_marks: a map {2022: høst, 2023: x}, a list
// [2022, 2023] or a period 2022–2025.
extern const struct form period_form;
extern const struct form year_marks_form;

#endif
