// SPDX-License-Identifier: MIT
// What an indicator measures: a number with two decimals at most, whose unit stands elsewhere.

#ifndef FELLESSKAP_MODEL_REGISTER_MEASURE_H
#define FELLESSKAP_MODEL_REGISTER_MEASURE_H

#include "input/yaml/shape.h"

struct measure {
    int64_t hundredths;
    int decimals;       // as it is written: 0, 1 or 2
    struct position at; // line 0: none is given
};

// "11,6", "68 000" with no-break spaces, "−2,50": with the decimals that were written.
struct text measure_text(const struct measure *measure, struct arena *arena);

// For binding tables: a struct measure.
extern const struct form measure_form;

#endif
