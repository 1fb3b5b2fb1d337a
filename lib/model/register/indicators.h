// SPDX-License-Identifier: MIT
// The indicators that a helsefellesskap follows (plan/indicators.yaml).

#ifndef FELLESSKAP_MODEL_REGISTER_INDICATORS_H
#define FELLESSKAP_MODEL_REGISTER_INDICATORS_H

#include "model/register/measure.h"
#include "model/register/reporting_period.h"
#include "model/register/registry.h"

// What was measured in a period, or is to be.
struct measurement {
    struct reporting_period period;
    struct measure value;
    struct scalar remark;
};

enum better { BETTER_HIGHER, BETTER_LOWER, BETTER_COUNT };

// As they are written: "høyere", "lavere".
extern const char *const better_names[];

struct indicator {
    struct scalar id;
    struct scalar name;
    struct scalar unit;
    struct scalar source_of; // kilde: where the numbers come from
    struct scalar owner;     // the body that has defined it
    struct choice better;
    struct measurement baseline; // its value.at.line is 0 where there is none
    struct measurement target;
    struct {
        struct measurement *items;
        size_t count;
    } values;
    struct scalar_list actions;
    struct scalar_list cases;
    struct prose remark;
};

struct indicators {
    struct registry registry;
    struct {
        struct indicator *items;
        size_t count;
    } indicators;
};

// How many periods there are from the first to the last of its values, those that are missing
// included. Its values are of one kind of period, and in order.
size_t indicator_periods(const struct indicator *indicator);

// What was measured in period `index` of these, in `*period` which one it is. NULL: it is missing.
const struct measurement *indicator_value(const struct indicator *indicator, size_t index,
                                          struct reporting_period *period);

// Whether one of them has a value.
bool indicators_have_values(const struct registry *registry);

// The keys of the register.
extern const struct shape indicators_shape;

#endif
