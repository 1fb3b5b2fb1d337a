// SPDX-License-Identifier: MIT
// What was applied for: the allocations that say so, then what was refused.

#ifndef FELLESSKAP_MODEL_GRANT_APPLICATIONS_H
#define FELLESSKAP_MODEL_GRANT_APPLICATIONS_H

#include "model/grant/grant.h"

struct application {
    struct text name;
    struct text applicant;               // may be empty
    struct money applied;                // line 0: not given
    const struct allocation *allocation; // NULL: refused
    const struct prose *remark;          // why it was refused; NULL of an allocation
};

struct applications {
    struct application *items;
    size_t count;
    bool have_applicants;
};

// None where the grant says nothing of applications. Lives in the arena.
struct applications applications_of(const struct grant *grant, struct arena *arena);

#endif
