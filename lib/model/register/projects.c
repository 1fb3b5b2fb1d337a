// SPDX-License-Identifier: MIT

#include "model/register/projects.h"

#include "base/message.h"
#include "model/organisation/organisation.h"
#include "model/register/references.h"

#include <stddef.h>

static const char *const kind[] = {"prosjekter", NULL};

const char *const project_state_names[] = {
    [PROJECT_PLANNED] = "planlagt",
    [PROJECT_RUNNING] = "pågår",
    [PROJECT_ENDED] = "avsluttet",
    [PROJECT_STATE_COUNT] = NULL,
};

#define AT(member) .offset = offsetof(struct project_phase, member)
static const struct field phase_fields[] = {
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("what the phase is called"), .example = "utredning"),
    FIELD("fra", DATE, REQUIRED, AT(from), N_("the first day")),
    FIELD("til", DATE, REQUIRED, AT(to), N_("the last day")),
};
#undef AT
static const struct shape phase_shape = SHAPE(struct project_phase, phase_fields);

#define AT(member) .offset = offsetof(struct project_point, member)
static const struct field milestone_fields[] = {
    FIELD("dato", DATE, REQUIRED, AT(date), N_("the day")),
    FIELD("tekst", TEXT, REQUIRED, AT(text), N_("what is to be there on that day")),
};
static const struct shape milestone_shape = SHAPE(struct project_point, milestone_fields);

static const struct field stop_fields[] = {
    FIELD("dato", DATE, REQUIRED, AT(date), N_("the day")),
    FIELD("tekst", TEXT, REQUIRED, AT(text),
          N_("what is evaluated on that day, and what decides whether the project goes on")),
};
#undef AT
static const struct shape stop_shape = SHAPE(struct project_point, stop_fields);

#define AT(member) .offset = offsetof(struct project_funding, member)
static const struct field funding_fields[] = {
    FIELD("id", ID, REQUIRED, AT(grant), N_("the id of the grant, as in its file name"),
          .form = &grant_reference_form),
    FIELD("tildeling", ID, REQUIRED, AT(allocation), N_("the id of the allocation in the grant"),
          .example = "forsterket-utskrivningsteam"),
};
#undef AT
static const struct shape funding_shape = SHAPE(struct project_funding, funding_fields);

#define AT(member) .offset = offsetof(struct project, member)
static const struct field project_fields[] = {
    FIELD("id", ID, REQUIRED, AT(id),
          N_("a short name of the project; no other project of the register has it"),
          .example = "forsterket-utskrivningsteam"),
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("the project"),
          .example = "Forsterket utskrivningsteam"),
    FIELD("tilstand", CHOICE, REQUIRED, AT(state), N_("whether it is planned, running or ended"),
          .choices = project_state_names),
    FIELD("eier", ID, REQUIRED, AT(owner), N_("the body that answers for the project"),
          .example = "ASU"),
    FIELD("leder", ID, OPTIONAL, AT(leader),
          N_("the leader of the project: the id of a body or a person")),
    FIELD("parter", IDS, OPTIONAL, AT(parties), N_("who takes part: ids of bodies"),
          .example = "st-olavs"),
    FIELD("tiltak", IDS, OPTIONAL, AT(actions), N_("the actions of the plan that it is a part of"),
          .form = &action_reference_form),
    FIELD("fra", DATE, OPTIONAL, AT(from), N_("the first day of the project")),
    FIELD("til", DATE, OPTIONAL, AT(to), N_("the last day of the project")),
    FIELD("faser", RECORDS, OPTIONAL, AT(phases), N_("the phases of the project"),
          .shape = &phase_shape),
    FIELD("milepæler", RECORDS, OPTIONAL, AT(milestones), N_("the milestones of the project"),
          .shape = &milestone_shape),
    FIELD("stoppunkter", RECORDS, OPTIONAL, AT(stops),
          N_("the days on which it is decided whether the project goes on"), .shape = &stop_shape),
    FIELD("tilskudd", RECORDS, OPTIONAL, AT(funding), N_("the allocations that pay for it"),
          .shape = &funding_shape),
    FIELD("mandat", PROSE, OPTIONAL, AT(mandate), N_("what the project is to do, in Markdown")),
    FIELD("bredding", PROSE, OPTIONAL, AT(spread),
          N_("how others are to take up what comes of it, in Markdown")),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark, in Markdown")),
};
#undef AT
static const struct shape project_shape = SHAPE(struct project, project_fields);

static const struct field projects_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    REGISTRY_FIELDS(struct projects),
    FIELD("prosjekter", RECORDS, REQUIRED, .offset = offsetof(struct projects, projects),
          N_("the projects"), .shape = &project_shape),
};
const struct shape projects_shape = SHAPE(struct projects, projects_fields);

bool projects_have_times(const struct registry *registry) {
    const struct projects *projects = (const struct projects *)(const void *)registry;
    for (size_t i = 0; i < projects->projects.count; i++) {
        const struct project *project = &projects->projects.items[i];
        if (project->from.date.year > 0 || project->to.date.year > 0 || project->phases.count > 0 ||
            project->milestones.count > 0 || project->stops.count > 0)
            return true;
    }
    return false;
}
