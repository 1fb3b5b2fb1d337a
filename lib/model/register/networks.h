// SPDX-License-Identifier: MIT
// The professional networks of a helsefellesskap (plan/networks.yaml).

#ifndef FELLESSKAP_MODEL_REGISTER_NETWORKS_H
#define FELLESSKAP_MODEL_REGISTER_NETWORKS_H

#include "model/register/registry.h"

enum network_state { NETWORK_EXISTS, NETWORK_CONSIDERED, NETWORK_CLOSED, NETWORK_STATE_COUNT };

// As they are written: "eksisterende", "vurderes", "nedlagt".
extern const char *const network_state_names[];

struct network {
    struct scalar id;
    struct scalar name;
    struct choice state;
    struct scalar field;        // fagområde
    struct scalar owner;        // the body that answers for it
    struct scalar under;        // the body that it belongs to
    struct scalar contact;      // a body or a person
    struct scalar_list members; // deltakere: who takes part, in words
    struct scalar_list parties; // which bodies take part
    struct scalar meetings;     // how often it meets, in words
    struct scalar_list actions; // of the plan
    struct scalar_list cases;   // in which it was decided or reported on
    struct dated from, to;
    struct prose mandate;
    struct prose remark;
};

struct networks {
    struct registry registry;
    struct {
        struct network *items;
        size_t count;
    } networks;
};

// The keys of the register.
extern const struct shape networks_shape;

#endif
