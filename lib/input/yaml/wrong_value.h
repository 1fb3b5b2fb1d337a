// SPDX-License-Identifier: MIT
// A value that is not in the format of the documents.

#ifndef FELLESSKAP_INPUT_YAML_WRONG_VALUE_H
#define FELLESSKAP_INPUT_YAML_WRONG_VALUE_H

#include "input/yaml/binding_report.h"

// Reports the scalar that is being read: "'…' is not …; write …". Where it is certain what was
// meant, `meant` is not empty: it replaces the example in the message, and becomes the fix.
// `format` takes both as %.*s.
void bind_wrong_value(struct binding *binding, enum rule rule, struct scalar scalar,
                      const char *format, struct text meant, struct text example)
    __attribute__((format(printf, 4, 0)));

#endif
