// SPDX-License-Identifier: MIT

#include "model/grant.h"

#include "base/amount.h"
#include "base/message.h"
#include "input/limits.h"
#include "model/casenumber.h"

#include <stddef.h>

static const char *const kind[] = {"tilskudd", NULL};

#define AT(member) .offset = offsetof(struct allocation, member)
static const struct field allocation_fields[] = {
    FIELD("id", ID, REQUIRED, AT(id)),
    FIELD("navn", TEXT, REQUIRED, AT(name)),
    FIELD("fase", TEXT, OPTIONAL, AT(phase)),
    FIELD("beløp", AMOUNT, REQUIRED, AT(amount)),
    FIELD("prosjektnummer", TEXT, OPTIONAL, AT(project_number)),
    FIELD("ansvarssted", TEXT, OPTIONAL, AT(cost_centre)),
    FIELD("prosjektleder", ID, OPTIONAL, AT(project_leader)),
    FIELD("tiltak", IDS, OPTIONAL, AT(actions)),
    FIELD("rapporteres", DATE, OPTIONAL, AT(report_due)),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark)),
};
#undef AT
static const struct shape allocation_shape = SHAPE(struct allocation, allocation_fields);

#define AT(member) .offset = offsetof(struct grant, member)
static const struct field grant_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind),
    FIELD("id", ID, REQUIRED, AT(id)),
    FIELD("tittel", TEXT, REQUIRED, AT(title)),
    FIELD("eier", ID, REQUIRED, AT(owner)),
    FIELD("språk", CHOICE, OPTIONAL, AT(language), .choices = language_names),
    FIELD("ramme", AMOUNT, REQUIRED, AT(frame)),
    FIELD("vedtatt", ID, OPTIONAL, AT(decided_by)),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark)),
    FIELD("tildelinger", RECORDS, REQUIRED, AT(allocations), .shape = &allocation_shape),
};
#undef AT
static const struct shape grant_shape = SHAPE(struct grant, grant_fields);

static void index_allocations(struct grant *grant, struct sources *sources) {
    index_init(&grant->allocation_ids, sources->arena);
    for (size_t i = 0; i < grant->allocations.count; i++) {
        const struct allocation *allocation = &grant->allocations.items[i];
        if (allocation->id.text.size > 0 &&
            index_add(&grant->allocation_ids, allocation->id.text, allocation) != NULL)
            report(sources->diagnostics, RULE_DUPLICATE_ID, grant->source->path, allocation->id.at,
                   _("the id '%.*s' is used twice"), TEXT_ARGS(allocation->id.text));
        bool too_large = grant->allocated > AMOUNT_LARGEST || grant->allocated < -AMOUNT_LARGEST;
        if (!too_large)
            grant->allocated += allocation->amount.ore;
        else
            report(sources->diagnostics, RULE_WRONG_AMOUNT, grant->source->path,
                   allocation->amount.at, _("the sum of the amounts is too large here"));
    }
}

struct grant *grant_read(struct sources *sources, struct text path) {
    struct source *source =
        source_read(sources, path, LIMIT_YAML_BYTES, TEXT(""), (struct position){0, 0});
    if (source == NULL)
        return NULL;
    struct grant *grant = arena_alloc(sources->arena, sizeof *grant);
    grant->source = source;
    bind_yaml(sources, source, source->text, 1, &grant_shape, grant);
    index_allocations(grant, sources);
    return grant;
}
