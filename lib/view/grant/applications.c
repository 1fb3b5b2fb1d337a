// SPDX-License-Identifier: MIT

#include "view/grant/applications.h"

static struct value amount_or_none(bool is_given, int64_t ore, bool with_ore) {
    struct value value = value_amount(ore);
    value.with_ore = with_ore;
    return is_given ? value : (struct value){.kind = VALUE_NONE};
}

void grant_put_application(const struct view_context *context,
                           const struct application *application, bool with_ore,
                           struct map_builder *map) {
    static const struct prose no_remark;
    const struct allocation *allocation = application->allocation;
    bool says_amount = application->applied.at.line > 0;
    map_put(map, TEXT("navn"), value_text(application->name));
    view_put_text(map, VIEW_KEY("søker"), application->applicant);
    map_put(map, TEXT("omsøkt"), amount_or_none(says_amount, application->applied.ore, with_ore));
    map_put(map, TEXT("har-omsøkt"), value_truth(says_amount));
    map_put(map, TEXT("avslått"), value_truth(allocation == NULL));
    map_put(map, TEXT("tildelt"),
            amount_or_none(allocation != NULL, allocation == NULL ? 0 : allocation->amount.ore,
                           with_ore));
    view_put_prose(context, map, VIEW_KEY("merknad"),
                   application->remark == NULL ? &no_remark : application->remark);
}

void grant_put_applications(const struct view_context *context, const struct grant *grant,
                            struct map_builder *map, struct arena *arena) {
    const struct applications applications = applications_of(grant, arena);
    struct value *items = arena_alloc(arena, (applications.count + 1) * sizeof *items);
    for (size_t i = 0; i < applications.count; i++) {
        struct map_builder item = map_begin(arena);
        grant_put_application(context, &applications.items[i], false, &item);
        items[i] = map_end(&item);
    }
    map_put(map, TEXT("søknader"), value_list(items, applications.count));
    map_put(map, TEXT("har-søknader"), value_truth(applications.count > 0));
    map_put(map, TEXT("viser-søker"), value_truth(applications.have_applicants));
    map_put(map, TEXT("sum-omsøkt"), value_amount(grant->applied));
}
