// SPDX-License-Identifier: MIT

#include "model/register/networks.h"

#include "check/register/parts.h"
#include "check/register/rules.h"
#include "check/tree/references.h"

static void check_network(const struct referrer *referrer, const struct network *network,
                          struct dated as_of) {
    static const enum register_state meanings[NETWORK_STATE_COUNT] = {
        [NETWORK_EXISTS] = STATE_NOW,
        [NETWORK_CONSIDERED] = STATE_AHEAD,
        [NETWORK_CLOSED] = STATE_OVER,
    };
    const struct register_time whole = {network->from, network->to};
    const struct scalar words[] = {network->name, network->field, network->meetings};
    const struct prose *const texts[] = {&network->mandate, &network->remark};
    check_register_body(referrer, network->owner);
    check_register_body(referrer, network->under);
    check_register_party(referrer, network->contact);
    check_parties(referrer, &network->parties);
    check_actions(referrer, &network->actions);
    check_cases(referrer, &network->cases);
    check_time(referrer, whole);
    if (network->state.index >= 0)
        check_state(referrer, &network->state, meanings[network->state.index], whole, as_of);
    check_register_words(referrer, words, sizeof words / sizeof *words);
    check_register_words(referrer, network->members.items, network->members.count);
    check_register_texts(referrer, texts, sizeof texts / sizeof *texts);
}

void check_networks(const struct referrer *referrer, const struct registry *registry) {
    const struct networks *networks = (const struct networks *)(const void *)registry;
    struct index ids;
    index_init(&ids, referrer->repository->arena);
    for (size_t i = 0; i < networks->networks.count; i++) {
        const struct network *network = &networks->networks.items[i];
        check_register_id(referrer, &ids, network->id);
        check_network(referrer, network, registry->as_of);
    }
}
