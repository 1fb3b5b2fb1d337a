// SPDX-License-Identifier: MIT
// The types of values that are written in one line.

#ifndef FELLESSKAP_INPUT_YAML_BINDING_VALUES_H
#define FELLESSKAP_INPUT_YAML_BINDING_VALUES_H

#include "input/yaml/binding_report.h"

// Reads a text that is not empty as the type of the field says, into the field at `into`. Reports
// what is wrong with it.
void bind_value(struct binding *binding, const struct field *field, struct scalar scalar,
                void *into);

#endif
