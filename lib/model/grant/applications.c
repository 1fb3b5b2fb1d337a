// SPDX-License-Identifier: MIT

#include "model/grant/applications.h"

static void add(struct applications *applications, struct application application) {
    applications->items[applications->count++] = application;
    applications->have_applicants |= application.applicant.size > 0;
}

struct applications applications_of(const struct grant *grant, struct arena *arena) {
    size_t most = grant->allocations.count + grant->refusals.count;
    struct applications made = {arena_alloc(arena, (most + 1) * sizeof *made.items), 0, false};
    for (size_t i = 0; i < grant->allocations.count; i++) {
        const struct allocation *of = &grant->allocations.items[i];
        if (of->applicant.text.size > 0 || of->applied.at.line > 0)
            add(&made,
                (struct application){of->name.text, of->applicant.text, of->applied, of, NULL});
    }
    for (size_t i = 0; i < grant->refusals.count; i++) {
        const struct refusal *of = &grant->refusals.items[i];
        add(&made, (struct application){of->name.text, of->applicant.text, of->applied, NULL,
                                        &of->remark});
    }
    return made;
}
