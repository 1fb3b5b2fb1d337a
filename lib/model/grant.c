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
    FIELD("id", ID, REQUIRED, AT(id),
          N_("a short name of the project; no other allocation of the grant has it"),
          .example = "forsterket-utskrivningsteam"),
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("the project"),
          .example = "Forsterket utskrivningsteam"),
    FIELD("fase", TEXT, OPTIONAL, AT(phase), N_("how far the project is"), .example = "pilotering"),
    FIELD("beløp", AMOUNT, REQUIRED, AT(amount), N_("how much the project gets")),
    FIELD("prosjektnummer", TEXT, OPTIONAL, AT(project_number),
          N_("the number that the economy office gives the project")),
    FIELD("ansvarssted", TEXT, OPTIONAL, AT(cost_centre),
          N_("the cost centre, from the economy office")),
    FIELD("prosjektleder", ID, OPTIONAL, AT(project_leader),
          N_("the leader of the project: the id of a body or a person")),
    FIELD("tiltak", IDS, OPTIONAL, AT(actions), N_("the actions of the plan that it pays for"),
          .example = "2.1.1"),
    FIELD("rapporteres", DATE, OPTIONAL, AT(report_due), N_("the day when the project reports")),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark below the table, in Markdown")),
};
#undef AT
static const struct shape allocation_shape = SHAPE(struct allocation, allocation_fields);

#define AT(member) .offset = offsetof(struct grant, member)
static const struct field grant_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    FIELD("id", ID, REQUIRED, AT(id),
          N_("the id of the grant, as in the file name; mostly the year"), .example = "2024"),
    FIELD("tittel", TEXT, REQUIRED, AT(title), N_("the title of the grant")),
    FIELD("eier", ID, REQUIRED, AT(owner), N_("the body that divides the grant"), .example = "ASU"),
    FIELD("språk", CHOICE, OPTIONAL, AT(language),
          N_("the language of labels and dates: bokmål or nynorsk"), .choices = language_names),
    FIELD("ramme", AMOUNT, REQUIRED, AT(frame),
          N_("the amount to be divided; the allocations do not exceed it")),
    FIELD("vedtatt", ID, OPTIONAL, AT(decided_by), N_("the case that decided the allocations"),
          .example = "42/24"),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark on the whole grant, in Markdown")),
    FIELD("tildelinger", RECORDS, REQUIRED, AT(allocations),
          N_("the allocations, one for each project"), .shape = &allocation_shape),
};
#undef AT
const struct shape grant_shape = SHAPE(struct grant, grant_fields);

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
