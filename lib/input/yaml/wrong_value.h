// SPDX-License-Identifier: MIT
// A value that is written in another way than documents have it.

#ifndef FELLESSKAP_INPUT_YAML_WRONG_VALUE_H
#define FELLESSKAP_INPUT_YAML_WRONG_VALUE_H

#include "input/yaml/binding_report.h"

// Reports the scalar that is being read: "'…' is not …; write …". Where what was meant is certain,
// `meant` is not empty, stands in the message in place of an example, and is how to mend it.
// `format` takes both as %.*s.
void bind_wrong_value(struct binding *binding, enum rule rule, struct scalar scalar,
                      const char *format, struct text meant, struct text example)
    __attribute__((format(printf, 4, 0)));

#endif
