// SPDX-License-Identifier: MIT

#include "view/embed.h"

#include "input/link/link.h"
#include "model/plan/numbers.h"
#include "model/status/history.h"
#include "view/grant/grant.h"
#include "view/plan/matrix.h"

// A plan of many actions is copied once, not for each of them that is shown.
static const struct plan *plan_then(const struct view_context *context) {
    const struct repository *repository = context->repository;
    if (*context->plan_then == NULL)
        *context->plan_then =
            plan_on_day(repository->plan, &repository->notes, context->day, context->arena);
    return *context->plan_then;
}

struct text view_embed(const struct prose_links *links, struct text url, struct value *value,
                       struct arena *arena) {
    const struct view_context *context = (const struct view_context *)(const void *)links;
    struct text scheme, target;
    markdown_own_scheme(url, &scheme, &target);
    if (text_is(scheme, "tilskudd")) {
        *value =
            grant_value(context, repository_grant(context->repository, target), NULL, 0, arena);
        return TEXT("grant-table");
    }
    const struct plan *plan = plan_then(context);
    *value = matrix_action_value(context, plan, plan_action(plan, target, context->day), arena);
    return TEXT("action-card");
}
