// SPDX-License-Identifier: MIT
// From YAML into structs, by one constant table for each kind of map (input/yaml/shape.h).
// Everything that does not fit the table is reported with its place, and reading goes on.

#ifndef FELLESSKAP_INPUT_YAML_BINDING_H
#define FELLESSKAP_INPUT_YAML_BINDING_H

#include "input/yaml/binding_report.h"
#include "input/yaml/shape.h"

// Reads `yaml`, a part of `source` that begins at line `first_line` (1-based), into `*into`. Faults
// are in the diagnostics; the rest is read all the same, and source->broken says whether something
// may be missing.
void bind_yaml(struct sources *sources, struct source *source, struct text yaml,
               uint32_t first_line, const struct shape *shape, void *into);

// A list that grows in the scratch arena.
struct growing_list {
    struct arena_savepoint saved;
    char *items;
    size_t count;
    size_t item_size;
};

// Begin, add to, and end a list: at its end it is an array in binding->arena. Lists within lists
// end before the next item is added to the outer one.
struct growing_list list_begin(struct binding *binding, size_t item_size);
void list_add(struct binding *binding, struct growing_list *list, const void *item);
void *list_end(struct binding *binding, struct growing_list *list);

// For readers of FIELD_VARIANT: the value `item` as an own copy of its text, or a report that says
// what was expected instead; the value is then skipped.
bool bind_scalar(struct binding *binding, struct yaml_item item, struct scalar *scalar);

#endif
