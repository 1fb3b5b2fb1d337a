// SPDX-License-Identifier: MIT
// The strategy (strategi): what a helsefellesskap stands on, the groups of patients that it puts
// first, and which areas of the action plan carry what it wants. What becomes of it is in the plan.

#ifndef FELLESSKAP_MODEL_STRATEGY_STRATEGY_H
#define FELLESSKAP_MODEL_STRATEGY_STRATEGY_H

#include "model/plan/plan.h"

#define STRATEGY_PATH "plan/strategy.md"

// Short statements that a body has agreed on.
struct strategy_points {
    struct dated adopted;     // year 0: not known
    struct scalar adopted_in; // the case; may be empty
    struct scalar_list points;
    struct position at; // line 0: the strategy has none of them
};

struct patient_group {
    struct scalar id;
    struct scalar name;
};

// What the strategy wants, and which areas of the plan carry it.
struct priority {
    struct scalar name;
    struct prose text;
    struct scalar_list areas;
};

// What the strategy says of an area of the plan.
struct focus {
    struct scalar area;
    struct prose text;
};

struct strategy {
    const struct source *source;
    struct scalar title;
    struct scalar motto; // may be empty
    struct scalar owner; // the body whose case numbers are meant; empty: that of the plan
    struct choice language;
    struct strategy_points challenges;
    struct strategy_points values;
    struct strategy_points culture;
    struct {
        struct patient_group *items;
        size_t count;
    } groups;
    struct {
        struct priority *items;
        size_t count;
    } priorities;
    struct {
        struct focus *items;
        size_t count;
    } focuses;
    struct prose body;
};

// plan/strategy.md. NULL where there is no such file, which is reported where it is `required`, or
// after a report that it cannot be read; other faults are reported only.
const struct strategy *strategy_read(struct sources *sources, bool required);

// The group of an id, or NULL.
const struct patient_group *strategy_group(const struct strategy *strategy, struct text id);

// What it says of an area of the plan, or NULL.
const struct focus *strategy_focus(const struct strategy *strategy, struct text area);

// The keys in front of its text.
extern const struct shape strategy_shape;

#endif
