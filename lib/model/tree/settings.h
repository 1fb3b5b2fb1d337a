// SPDX-License-Identifier: MIT
// What a document tree asks of the checks: .plan-check.yaml.

#ifndef FELLESSKAP_MODEL_TREE_SETTINGS_H
#define FELLESSKAP_MODEL_TREE_SETTINGS_H

#include "input/yaml/binding.h"

#define SETTINGS_PATH ".plan-check.yaml"

struct settings {
    struct source *source; // NULL where there is no such file
    struct rule_levels levels;
    struct scalar_list standing_items; // "protokoll/referat": one of these words is in a title
    struct number notice_days;         // that a notice is sent before its meeting
    struct number account_days;        // within which an allocation gets its project number
};

extern const struct shape settings_shape;

// settings_read() begins with what a file without a key means. Never NULL.
const struct settings *settings_read(struct sources *sources);

#endif
