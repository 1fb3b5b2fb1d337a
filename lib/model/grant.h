// SPDX-License-Identifier: MIT
// A grant (tilskudd) and how it is divided (plan/grant-YEAR.yaml).

#ifndef FELLESSKAP_MODEL_GRANT_H
#define FELLESSKAP_MODEL_GRANT_H

#include "base/index.h"
#include "input/binding.h"
#include "model/organisation.h"

struct allocation {
    struct scalar id;
    struct scalar name;
    struct scalar phase;
    struct money amount;
    struct scalar project_number; // empty until the economy office gives it
    struct scalar cost_centre;    // ansvarssted
    struct scalar project_leader;
    struct scalar_list actions;
    struct dated report_due; // rapporteres
    struct prose remark;
};

struct grant {
    const struct source *source;
    struct scalar id;
    struct scalar title;
    struct scalar owner; // the body that divides it, and whose case numbers are meant
    struct choice language;
    struct money frame;
    struct scalar decided_by; // a case number
    struct prose remark;
    struct {
        struct allocation *items;
        size_t count;
    } allocations;
    struct index allocation_ids;
    int64_t allocated; // øre, the sum; at most AMOUNT_LARGEST times their number
};

// Reads the file. NULL after a report that it cannot be read; other faults are reported only.
struct grant *grant_read(struct sources *sources, struct text path);

// The keys of a grant.
extern const struct shape grant_shape;

#endif
