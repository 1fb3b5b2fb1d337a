// SPDX-License-Identifier: MIT

#include "view/setup.h"

#include "base/path.h"
#include "model/organisation/then.h"
#include "view/address.h"
#include "view/embed.h"

void view_context_init(struct view_context *context, const struct repository *repository,
                       struct arena *arena, const struct labels *labels, enum language language,
                       enum view_kind kind, struct text source_path, struct text committee,
                       bool markdown) {
    *context = (struct view_context){
        .links = {view_link_address, view_embed},
        .repository = repository,
        .arena = arena,
        .labels = labels,
        .language = language,
        .kind = kind,
        .home = path_folder(source_path),
        .folder = view_site_folder(path_folder(source_path)),
        .suffix = markdown ? TEXT(".md") : TEXT(".html"),
        .committee = committee,
        .plans_then = arena_alloc(arena, sizeof(struct index)),
    };
    index_init(context->plans_then, arena);
}

void view_on_day(struct view_context *context) {
    const struct organisation *organisation = context->repository->organisation;
    const struct organisation *then =
        organisation_on(organisation, context->day, context->language, context->arena);
    if (then == organisation)
        return;
    struct repository *repository = arena_alloc(context->arena, sizeof *repository);
    *repository = *context->repository;
    repository->organisation = then;
    context->repository = repository;
}

void view_for_members(struct view_context *context) {
    context->audience = AUDIENCE_MEMBERS;
    context->folder =
        text_concat(context->arena, TEXT("members/"), view_site_folder(context->home));
}
