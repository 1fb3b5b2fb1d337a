// SPDX-License-Identifier: MIT

#include "model/register/networks.h"

#include "base/message.h"
#include "model/meeting/casenumber.h"
#include "model/organisation/organisation.h"
#include "model/register/references.h"

#include <stddef.h>

static const char *const kind[] = {"nettverk", NULL};

const char *const network_state_names[] = {
    [NETWORK_EXISTS] = "eksisterende",
    [NETWORK_CONSIDERED] = "vurderes",
    [NETWORK_CLOSED] = "nedlagt",
    [NETWORK_STATE_COUNT] = NULL,
};

#define AT(member) .offset = offsetof(struct network, member)
static const struct field network_fields[] = {
    FIELD("id", ID, REQUIRED, AT(id),
          N_("a short name of the network; no other network of the register has it"),
          .example = "samhandlingsforum"),
    FIELD("navn", TEXT, REQUIRED, AT(name), N_("the network"), .example = "Samhandlingsforum"),
    FIELD("tilstand", CHOICE, REQUIRED, AT(state),
          N_("whether there is such a network, whether it is considered, or closed"),
          .choices = network_state_names),
    FIELD("fagområde", TEXT, OPTIONAL, AT(field), N_("what it is about"),
          .example = "innleggelse og utskrivning"),
    FIELD("eier", ID, REQUIRED, AT(owner), N_("the body that answers for the network"),
          .example = "ASU"),
    FIELD("under", ID, OPTIONAL, AT(under), N_("the body that the network belongs to"),
          .example = "fagråd-3"),
    FIELD("kontakt", ID, OPTIONAL, AT(contact),
          N_("whom to ask about the network: the id of a body or a person")),
    FIELD("deltakere", TEXTS, OPTIONAL, AT(members), N_("who takes part in it, in words"),
          .example = "brukerrepresentanter"),
    FIELD("parter", IDS, OPTIONAL, AT(parties), N_("who takes part: ids of bodies"),
          .example = "st-olavs"),
    FIELD("møter", TEXT, OPTIONAL, AT(meetings), N_("how often the network meets"),
          .example = "to ganger i halvåret"),
    FIELD("tiltak", IDS, OPTIONAL, AT(actions), N_("the actions of the plan that it is a part of"),
          .form = &action_reference_form),
    FIELD("saker", IDS, OPTIONAL, AT(cases), N_("the cases that are about the network"),
          .form = &case_reference_form),
    FIELD("fra", DATE, OPTIONAL, AT(from), N_("the first day of the network")),
    FIELD("til", DATE, OPTIONAL, AT(to), N_("the last day of the network")),
    FIELD("mandat", PROSE, OPTIONAL, AT(mandate), N_("what the network is to do, in Markdown")),
    FIELD("merknad", PROSE, OPTIONAL, AT(remark), N_("a remark, in Markdown")),
};
#undef AT
static const struct shape network_shape = SHAPE(struct network, network_fields);

static const struct field networks_fields[] = {
    FIELD("dokument", KIND, REQUIRED, .choices = kind, N_("the kind of this file")),
    REGISTRY_FIELDS(struct networks),
    FIELD("nettverk", RECORDS, REQUIRED, .offset = offsetof(struct networks, networks),
          N_("the networks"), .shape = &network_shape),
};
const struct shape networks_shape = SHAPE(struct networks, networks_fields);
