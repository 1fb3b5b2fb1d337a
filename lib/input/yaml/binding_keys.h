// SPDX-License-Identifier: MIT
// The keys of a map: those that its table has, and what only looks like one or lacks a space.

#ifndef FELLESSKAP_INPUT_YAML_BINDING_KEYS_H
#define FELLESSKAP_INPUT_YAML_BINDING_KEYS_H

#include "input/yaml/binding_report.h"

// The row of the key, or NULL.
const struct field *binding_find_field(const struct shape *shape, struct text key);

// With the nearest key, or all of them.
void binding_report_unknown_key(struct binding *binding, const struct shape *shape,
                                struct scalar key);

// `item` stands where a map is expected. Passes over it.
void binding_report_no_map(struct binding *binding, const struct shape *shape,
                           struct yaml_item item);

// `item` is a block text of the map: the first of its lines that begins like a key of the same map
// is reported.
void binding_warn_of_swallowed_keys(struct binding *binding, const struct shape *shape,
                                    struct yaml_item item);

#endif
