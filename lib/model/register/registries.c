// SPDX-License-Identifier: MIT

#include "model/register/registries.h"

#include "input/file/limits.h"
#include "model/register/adoption.h"
#include "model/register/deviations.h"
#include "model/register/indicators.h"
#include "model/register/networks.h"
#include "model/register/projects.h"

const struct registry_kind registry_kinds[REGISTRY_COUNT] = {
    [REGISTRY_PROJECTS] = {"projects", "plan/projects.yaml", &projects_shape, projects_have_times},
    [REGISTRY_NETWORKS] = {"networks", "plan/networks.yaml", &networks_shape, NULL},
    [REGISTRY_ADOPTION] = {"adoption", "plan/adoption.yaml", &agreements_shape, NULL},
    [REGISTRY_INDICATORS] = {"indicators", "plan/indicators.yaml", &indicators_shape,
                             indicators_have_values},
    [REGISTRY_DEVIATIONS] = {"deviations", "plan/deviations.yaml", &deviations_shape, NULL},
};

enum registry_id registry_find(struct text name) {
    enum registry_id id = 0;
    while (id < REGISTRY_COUNT && !text_is(name, registry_kinds[id].name))
        id++;
    return id;
}

struct text registry_names(struct arena *arena) {
    struct text names[REGISTRY_COUNT];
    for (size_t i = 0; i < REGISTRY_COUNT; i++)
        names[i] = text_from(registry_kinds[i].name);
    return text_join(arena, names, REGISTRY_COUNT, TEXT(", "));
}

bool registry_can_be_drawn(const struct registry *registry) {
    const struct registry_kind *kind = &registry_kinds[registry->id];
    return kind->can_be_drawn != NULL && kind->can_be_drawn(registry);
}

const struct registry *registry_read(struct sources *sources, enum registry_id id) {
    const struct registry_kind *kind = &registry_kinds[id];
    struct source *source = source_read(sources, text_from(kind->path), LIMIT_YAML_BYTES, TEXT(""),
                                        (struct position){0, 0});
    if (source == NULL)
        return NULL;
    struct registry *registry = arena_alloc(sources->arena, kind->shape->size);
    registry->source = source;
    registry->id = id;
    bind_yaml(sources, source, source->text, 1, kind->shape, registry);
    return registry;
}
