// SPDX-License-Identifier: MIT

#include "check/register/rules.h"

#include "check/register/parts.h"

typedef void content_check(const struct referrer *referrer, const struct registry *registry);

static content_check *const contents[REGISTRY_COUNT] = {
    [REGISTRY_PROJECTS] = check_projects,     [REGISTRY_NETWORKS] = check_networks,
    [REGISTRY_ADOPTION] = check_agreements,   [REGISTRY_INDICATORS] = check_indicators,
    [REGISTRY_DEVIATIONS] = check_deviations,
};

void check_registry(const struct repository *repository, const struct registry *registry) {
    const struct referrer referrer = {.repository = repository,
                                      .file = registry->source->path,
                                      .committee = registry->owner.text};
    if (registry->source->broken)
        return;
    check_register_body(&referrer, registry->owner);
    check_register_texts(&referrer, (const struct prose *[]){&registry->remark}, 1);
    contents[registry->id](&referrer, registry);
}
