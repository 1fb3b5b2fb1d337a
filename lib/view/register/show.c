// SPDX-License-Identifier: MIT

#include "view/register/show.h"

#include "model/register/registries.h"

static void (*const contents[REGISTRY_COUNT])(struct register_view *view) = {
    [REGISTRY_PROJECTS] = register_show_projects,
    [REGISTRY_NETWORKS] = register_show_networks,
    [REGISTRY_ADOPTION] = register_show_agreements,
    [REGISTRY_INDICATORS] = register_show_indicators,
    [REGISTRY_DEVIATIONS] = register_show_deviations,
};

const struct register_view *register_view(const struct view_context *context,
                                          const struct registry *registry) {
    struct register_view *view = arena_alloc(context->arena, sizeof *view);
    *view = (struct register_view){.context = context,
                                   .registry = registry,
                                   .name = registry_kinds[registry->id].name,
                                   .document = "register",
                                   .title = registry->title.text,
                                   .has_count = true,
                                   .part_label = "register-gjelder",
                                   .part_width = 40};
    contents[registry->id](view);
    return view;
}
