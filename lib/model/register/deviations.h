// SPDX-License-Identifier: MIT
// Deviations in the cooperation, counted by type and tertial (plan/deviations.yaml). There are no
// cases and no patients in it: a count under five could tell who it is about, so none is shown.

#ifndef FELLESSKAP_MODEL_REGISTER_DEVIATIONS_H
#define FELLESSKAP_MODEL_REGISTER_DEVIATIONS_H

#include "model/register/registry.h"
#include "model/register/reporting_period.h"

// The least count that is shown.
enum { DEVIATIONS_LEAST_SHOWN = 5 };

struct deviation_count {
    int number;
    bool is_few;        // under five, or written "<5"; `number` says nothing then
    struct position at; // line 0: none is given
};

// A type of deviation.
struct deviation_type {
    struct scalar id;
    struct scalar name;
};

// How many of a type there were in a tertial.
struct deviation {
    struct scalar type; // the id of a type
    struct deviation_count count;
};

struct deviation_tertial {
    struct reporting_period period;
    struct {
        struct deviation *items;
        size_t count;
    } deviations;
    struct scalar_list cases; // in which it was reported
    struct prose lessons;
};

struct deviations {
    struct registry registry;
    struct {
        struct deviation_type *items;
        size_t count;
    } types;
    struct {
        struct deviation_tertial *items;
        size_t count;
    } tertials;
};

// The count of a type in a tertial; NULL where none is given.
const struct deviation_count *deviation_count_of(const struct deviation_tertial *tertial,
                                                 struct text type);

// What the counts of a tertial add up to. Where one of them is hidden the sum is hidden too: who
// knows the others could subtract them.
enum deviation_sum { SUM_IS_KNOWN, SUM_IS_HIDDEN, SUM_IS_MISSING };
enum deviation_sum deviation_sum(const struct deviations *deviations,
                                 const struct deviation_tertial *tertial, int64_t *sum);

// The keys of the register.
extern const struct shape deviations_shape;

#endif
