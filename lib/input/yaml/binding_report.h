// SPDX-License-Identifier: MIT
// What readers of values report of what does not fit their table.

#ifndef FELLESSKAP_INPUT_YAML_BINDING_REPORT_H
#define FELLESSKAP_INPUT_YAML_BINDING_REPORT_H

#include "input/yaml/shape.h"

// What a special reader may need.
struct binding {
    struct yaml *yaml;
    struct diagnostics *diagnostics;
    struct arena *arena;
    struct arena scratch; // lists grow here and are copied whole: nothing is left lying behind them
    struct text file;
    struct sources *sources;
    struct source *source;
    bool is_empty;   // there is no document
    bool other_kind; // the document is none of this kind: its other keys say nothing here
};

// Reports that something else was expected than `item`, and passes over it.
void bind_type(struct binding *binding, struct yaml_item item, const char *expected);

// Reports rule `rule` at a place of the file: "'…' is not …; …".
void bind_report(struct binding *binding, enum rule rule, struct position at, const char *format,
                 ...) __attribute__((format(printf, 4, 5)));

#endif
