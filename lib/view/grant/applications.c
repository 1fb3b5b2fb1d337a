// SPDX-License-Identifier: MIT

#include "view/grant/applications.h"

#include "model/grant/applications.h"

static struct value application_value(const struct view_context *context,
                                      const struct application *application, struct arena *arena) {
    static const struct prose no_remark;
    const struct allocation *allocation = application->allocation;
    struct map_builder map = map_begin(arena);
    bool says_amount = application->applied.at.line > 0;
    map_put(&map, TEXT("navn"), value_text(application->name));
    view_put_text(&map, VIEW_KEY("søker"), application->applicant);
    map_put(&map, TEXT("omsøkt"),
            says_amount ? value_amount(application->applied.ore)
                        : (struct value){.kind = VALUE_NONE});
    map_put(&map, TEXT("har-omsøkt"), value_truth(says_amount));
    map_put(&map, TEXT("avslått"), value_truth(allocation == NULL));
    map_put(&map, TEXT("tildelt"),
            allocation == NULL ? (struct value){.kind = VALUE_NONE}
                               : value_amount(allocation->amount.ore));
    view_put_prose(context, &map, VIEW_KEY("merknad"),
                   application->remark == NULL ? &no_remark : application->remark);
    return map_end(&map);
}

void grant_put_applications(const struct view_context *context, const struct grant *grant,
                            struct map_builder *map, struct arena *arena) {
    const struct applications applications = applications_of(grant, arena);
    struct value *items = arena_alloc(arena, (applications.count + 1) * sizeof *items);
    for (size_t i = 0; i < applications.count; i++)
        items[i] = application_value(context, &applications.items[i], arena);
    map_put(map, TEXT("søknader"), value_list(items, applications.count));
    map_put(map, TEXT("har-søknader"), value_truth(applications.count > 0));
    map_put(map, TEXT("viser-søker"), value_truth(applications.have_applicants));
    map_put(map, TEXT("sum-omsøkt"), value_amount(grant->applied));
}
