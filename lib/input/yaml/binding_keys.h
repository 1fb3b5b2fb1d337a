// SPDX-License-Identifier: MIT
// The keys of a map: those in its table, and text that only looks like a key or lacks a space.

#ifndef FELLESSKAP_INPUT_YAML_BINDING_KEYS_H
#define FELLESSKAP_INPUT_YAML_BINDING_KEYS_H

#include "input/yaml/binding_report.h"

// The row of the key, or NULL.
const struct field *binding_find_field(const struct shape *shape, struct text key);

// With the nearest key, or all of them. Reports an unknown key. Returns the row that is meant, or
// NULL.
const struct field *binding_report_unknown_key(struct binding *binding, const struct shape *shape,
                                               struct scalar key);

// Reports the required keys of the map from `at` to `end` that are not among `seen`, which has one
// bit per row.
void binding_report_missing(struct binding *binding, const struct shape *shape, uint32_t seen,
                            struct position at, struct position end);

// At the end of the file: the keys that only some of its maps have.
void binding_report_lacking(struct binding *binding);

// Records that the value of a key of the map that begins at `map` is unknown, after a report. At
// the end of the map, the second records that end for everything unread from index `first` on.
void binding_leave_unread(struct binding *binding, const char *key, struct position map);
void binding_end_unread(struct binding *binding, size_t first, struct position end);

// `item` is where a map is expected. Reports and skips it.
void binding_report_no_map(struct binding *binding, const struct shape *shape,
                           struct yaml_item item);

// `item` is a block text of the map: the first of its lines that begins like a key of the same map
// is reported.
void binding_warn_of_swallowed_keys(struct binding *binding, const struct shape *shape,
                                    struct yaml_item item);

#endif
