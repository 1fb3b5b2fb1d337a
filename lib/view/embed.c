// SPDX-License-Identifier: MIT

#include "view/embed.h"

#include "input/link/link.h"
#include "model/plan/numbers.h"
#include "model/status/history.h"
#include "view/grant/grant.h"
#include "view/plan/matrix.h"
#include "view/meant.h"
#include "model/tree/plans.h"

// A plan of many actions is copied once, not for each of them that is shown.
static const struct plan *plan_then(const struct view_context *context, const struct plan *plan) {
    const struct repository *repository = context->repository;
    const struct plan *then = index_find(context->plans_then, plan->source->path);
    if (then != NULL)
        return then;
    const struct status_notes notes = repository_notes_on(repository, plan);
    then = plan_on_day(plan, &notes, context->day, context->arena);
    index_add(context->plans_then, plan->source->path, then);
    return then;
}

static struct value action_card(const struct view_context *context, struct text target,
                                struct arena *arena) {
    struct found_action found = view_action(context, target);
    struct view_context *card = arena_alloc(context->arena, sizeof *card);
    const struct plan *plan = plan_then(context, found.plan);
    *card = *context;
    card->plan = found.plan; // whose actions it names
    card->other_plan = view_is_own_plan(context, found.plan) ? TEXT("") : found.plan->id.text;
    return matrix_action_value(card, plan, plan_action(plan, found.number, context->day), arena);
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
    *value = action_card(context, target, arena);
    return TEXT("action-card");
}
