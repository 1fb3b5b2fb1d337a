// SPDX-License-Identifier: MIT
// The periods that numbers are collected for: "2024", "1. halvår 2024", "2. tertial 2024",
// "3. kvartal 2024", "mars 2024". They are written alike in bokmål and nynorsk.

#ifndef FELLESSKAP_MODEL_REGISTER_REPORTING_PERIOD_H
#define FELLESSKAP_MODEL_REGISTER_REPORTING_PERIOD_H

#include "input/yaml/shape.h"

enum period_kind { PERIOD_YEAR, PERIOD_HALF, PERIOD_TERTIAL, PERIOD_QUARTER, PERIOD_MONTH };

struct reporting_period {
    enum period_kind kind;
    int year;   // 0: none is given, or it could not be read
    int number; // 1 for the first of the year
    struct position at;
};

// Periods without a value that may be between two that have one.
enum { MOST_MISSING_PERIODS = 120 };

// Where it is in the line of all periods of its kind: that of the next one is one more.
int reporting_period_place(const struct reporting_period *period);

// The period of the same kind at that place.
struct reporting_period reporting_period_at(enum period_kind kind, int place);

struct text reporting_period_text(const struct reporting_period *period, struct arena *arena);

// For binding tables: a struct reporting_period.
extern const struct form reporting_period_form;

#endif
