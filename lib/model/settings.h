// SPDX-License-Identifier: MIT
// What a document tree asks of the checks: .plan-check.yaml.

#ifndef FELLESSKAP_MODEL_SETTINGS_H
#define FELLESSKAP_MODEL_SETTINGS_H

#include "input/binding.h"

#define SETTINGS_PATH ".plan-check.yaml"

struct settings {
    struct source *source; // NULL where there is no such file
    struct rule_levels levels;
};

extern const struct shape settings_shape;

// What a file without a key means is what settings_read() begins with. Never NULL.
const struct settings *settings_read(struct sources *sources);

#endif
