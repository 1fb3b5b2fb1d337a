// SPDX-License-Identifier: MIT
// Reports of values that do not fit their table.

#ifndef FELLESSKAP_INPUT_YAML_BINDING_REPORT_H
#define FELLESSKAP_INPUT_YAML_BINDING_REPORT_H

#include "input/yaml/shape.h"

// A map without a key that others of its shape may have.
struct lacking_key {
    const struct field *field;
    struct position from; // of the map
    struct position to;   // the first place after it
};

// What a special reader may need.
struct binding {
    struct yaml *yaml;
    struct diagnostics *diagnostics;
    struct arena *arena;
    struct arena scratch; // lists grow here and are copied when complete, so that no outgrown
                          // arrays stay in the arena
    struct text file;
    struct sources *sources;
    struct source *source;
    struct {
        const struct field **items;
        size_t count;
    } alike; // the rows FIELD_ALIKE that a map of the file has given
    struct {
        struct lacking_key *items;
        size_t count;
    } lacking;
    bool is_empty;   // there is no document
    bool other_kind; // the document is of another kind: its other keys mean nothing here
};

// Reports that something other than `item` was expected, and skips it.
void bind_type(struct binding *binding, struct yaml_item item, const char *expected);

// Reports rule `rule` at a place of the file: "'…' is not …; …".
void bind_report(struct binding *binding, enum rule rule, struct position at, const char *format,
                 ...) __attribute__((format(printf, 4, 5)));

#endif
