// SPDX-License-Identifier: MIT

#include "model/register/networks.h"

#include "view/register/show.h"

#define AT(member) .offset = offsetof(struct network, member)
static const struct register_column overview[] = {
    REGISTER_COLUMN("navn", "register-nettverk", TEXT, 40, AT(name)),
    REGISTER_COLUMN("tilstand", "register-tilstand", CHOICE, 14, AT(state), .is_choice = true,
                    .words = network_state_names),
    REGISTER_COLUMN("eier", "register-eier", PARTY, 28, AT(owner), .is_choice = true),
    REGISTER_COLUMN("under", "register-under", PARTY, 28, AT(under)),
    REGISTER_COLUMN("tiltak", "register-tiltak", ACTIONS, 14, AT(actions)),
    REGISTER_COLUMN("saker", "register-saker", CASES, 14, AT(cases)),
    REGISTER_COLUMN("fra", "register-fra", DATE, 12, AT(from)),
    REGISTER_COLUMN("til", "register-til", DATE, 12, AT(to)),
};

static const struct register_column people[] = {
    REGISTER_COLUMN("navn", "register-nettverk", TEXT, 40, AT(name)),
    REGISTER_COLUMN("fagområde", "register-fagområde", TEXT, 32, AT(field)),
    REGISTER_COLUMN("deltakere", "register-deltakere", TEXTS, 50, AT(members)),
    REGISTER_COLUMN("parter", "register-parter", PARTIES, 28, AT(parties)),
    REGISTER_COLUMN("møter", "register-møter", TEXT, 20, AT(meetings)),
    REGISTER_COLUMN("kontakt", "register-kontakt", PARTY, 28, AT(contact)),
};
#undef AT

static bool has_people(const struct network *network) {
    return network->field.text.size > 0 || network->members.count > 0 ||
           network->parties.count > 0 || network->meetings.text.size > 0 ||
           network->contact.text.size > 0;
}

static void show_people(struct register_view *view, const struct networks *networks) {
    size_t rows = 0;
    for (size_t i = 0; i < networks->networks.count; i++)
        rows += has_people(&networks->networks.items[i]);
    if (rows == 0)
        return;
    struct register_part *part =
        register_add_part(view, label(view->context->labels, TEXT("register-deltakelse")),
                          TEXT("deltakelse"), people, sizeof people / sizeof *people, rows);
    for (size_t i = 0; i < networks->networks.count; i++)
        if (has_people(&networks->networks.items[i]))
            register_add_record(view, part, &networks->networks.items[i]);
}

static void show_texts(struct register_view *view, const struct network *network) {
    if (prose_is_empty(&network->mandate) && prose_is_empty(&network->remark))
        return;
    struct register_part *part =
        register_add_part(view, network->name.text, network->id.text, NULL, 0, 0);
    register_add_note(view, part, "register-mandat", &network->mandate);
    register_add_note(view, part, "register-merknad", &network->remark);
}

void register_show_networks(struct register_view *view) {
    const struct networks *networks = (const struct networks *)(const void *)view->registry;
    struct register_part *part =
        register_add_part(view, TEXT(""), TEXT("nettverk"), overview,
                          sizeof overview / sizeof *overview, networks->networks.count);
    for (size_t i = 0; i < networks->networks.count; i++)
        register_add_record(view, part, &networks->networks.items[i]);
    show_people(view, networks);
    for (size_t i = 0; i < networks->networks.count; i++)
        show_texts(view, &networks->networks.items[i]);
}
