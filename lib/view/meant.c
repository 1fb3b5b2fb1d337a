// SPDX-License-Identifier: MIT

#include "view/meant.h"

struct found_action view_action(const struct view_context *context, struct text number) {
    return repository_action(context->repository, number, context->plan, context->committee,
                             context->day);
}

bool view_is_own_plan(const struct view_context *context, const struct plan *plan) {
    const struct plan *own =
        context->plan != NULL
            ? context->plan
            : repository_plan(context->repository, context->committee, context->day);
    return own != NULL && text_equal(own->source->path, plan->source->path);
}
