// SPDX-License-Identifier: MIT
// The projects of a helsefellesskap (plan/projects.yaml).

#ifndef FELLESSKAP_MODEL_REGISTER_PROJECTS_H
#define FELLESSKAP_MODEL_REGISTER_PROJECTS_H

#include "model/register/registry.h"

enum project_state { PROJECT_PLANNED, PROJECT_RUNNING, PROJECT_ENDED, PROJECT_STATE_COUNT };

// As they are written: "planlagt", "pågår", "avsluttet".
extern const char *const project_state_names[];

// A part of a project's time.
struct project_phase {
    struct scalar name;
    struct dated from, to;
};

// A day and what happens on it: a milestone, or a stop point with what decides whether it goes on.
struct project_point {
    struct dated date;
    struct scalar text;
};

struct project_points {
    struct project_point *items;
    size_t count;
};

// Where its money comes from.
struct project_funding {
    struct scalar grant;      // its id
    struct scalar allocation; // its id in the grant
};

struct project {
    struct scalar id;
    struct scalar name;
    struct choice state;
    struct scalar owner;        // the body that answers for it
    struct scalar leader;       // a body or a person
    struct scalar_list parties; // who takes part
    struct scalar_list actions; // of the plan
    struct dated from, to;
    struct {
        struct project_phase *items;
        size_t count;
    } phases;
    struct project_points milestones, stops;
    struct {
        struct project_funding *items;
        size_t count;
    } funding;
    struct prose mandate;
    struct prose spread; // bredding: how others are to take it up
    struct prose remark;
};

struct projects {
    struct registry registry;
    struct {
        struct project *items;
        size_t count;
    } projects;
};

// Whether one of them says when anything is.
bool projects_have_times(const struct registry *registry);

// The keys of the register.
extern const struct shape projects_shape;

#endif
