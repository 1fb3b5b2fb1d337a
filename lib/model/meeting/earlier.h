// SPDX-License-Identifier: MIT
// Cases from before the papers were kept here (plan/earlier-cases.yaml).

#ifndef FELLESSKAP_MODEL_MEETING_EARLIER_H
#define FELLESSKAP_MODEL_MEETING_EARLIER_H

#include "input/yaml/binding.h"

#define EARLIER_CASES_PATH "plan/earlier-cases.yaml"

struct earlier_case {
    struct scalar number;
    struct scalar committee;
    struct dated date;
    struct scalar title;
    struct scalar url;
};

struct earlier_cases {
    struct earlier_case *items;
    size_t count;
};

// Reads them. The source, or NULL where there is no such file or, after a report, it cannot be
// read.
const struct source *earlier_cases_read(struct sources *sources, struct earlier_cases *list);

// The keys of the earlier cases.
extern const struct shape earlier_cases_shape;

#endif
