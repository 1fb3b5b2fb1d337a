// SPDX-License-Identifier: MIT
// The key `år` of an action: marks, and the years that they are for.

#ifndef FELLESSKAP_MODEL_PLAN_YEARS_H
#define FELLESSKAP_MODEL_PLAN_YEARS_H

#include "input/yaml/shape.h"

// What a plan says of an action in one year.
enum mark {
    MARK_NONE,
    MARK_ALL_YEAR,                 // x
    MARK_AUTUMN,                   // høst
    MARK_SPRING,                   // vår
    MARK_SPRING_AUTUMN,            // vår/høst
    MARK_START_AUTUMN,             // oppstart høst
    MARK_START_SPRING,             // oppstart vår
    MARK_STARTED,                  // igangsatt
    MARK_DEFERRED,                 // -
    MARK_ONGOING,                  // løpende: from this year on, without an end
    MARK_FIRST_HALF,               // 1. halvår
    MARK_SECOND_HALF,              // 2. halvår
    MARK_QUARTER,                  // K1, the first of four
    MARK_MONTH = MARK_QUARTER + 4, // januar, the first of twelve
    MARK_COUNT = MARK_MONTH + 12,
    MARK_RANGE = MARK_COUNT // the first of those from one quarter or month to another: K1–K3
};

// The months of the year that a mark plans: 0 to 12 for all of them, 6 to 12 for autumn; 0 to 0 for
// none.
struct months {
    int from; // the first, from 0
    int to;   // the one after the last
};

struct months mark_months(enum mark mark);

// A mark as it is written: "K1–K3"; empty for none.
struct text mark_name(enum mark mark, struct arena *arena);

// Of a range the marks that it begins and ends with; of another mark twice itself.
struct mark_ends {
    enum mark from;
    enum mark to;
};
struct mark_ends mark_ends(enum mark mark);

struct year_mark {
    int year;
    enum mark mark;
    struct position at;
};

struct year_marks {
    struct year_mark *items; // in order of the years
    size_t count;
    struct position at;
    bool ongoing; // `år: løpende`: in all years of the plan, which plan_read() fills in
};

struct period {
    int from; // years
    int to;
    struct position at;
};

// For binding tables: a struct period, and a struct year_marks: a map {2022: høst, 2023: x}, a list
// [2022, 2023], a period 2022–2025, a mark with its years (K1–K3 2025, høst 2025–vår 2026), or
// "løpende".
extern const struct form period_form;
extern const struct form year_marks_form;

#endif
