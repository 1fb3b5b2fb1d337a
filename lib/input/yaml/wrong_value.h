// SPDX-License-Identifier: MIT
// A value that is not in the format of the documents.

#ifndef FELLESSKAP_INPUT_YAML_WRONG_VALUE_H
#define FELLESSKAP_INPUT_YAML_WRONG_VALUE_H

#include "input/yaml/binding_report.h"

// Reports the scalar that is being read: "'…' is not …; write …". Where it is certain what was
// meant, `meant` is not empty: a message that says so takes the place of this one, and `meant`
// becomes the fix.
void bind_wrong_value(struct binding *binding, enum rule rule, struct scalar scalar,
                      struct text meant, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

#endif
