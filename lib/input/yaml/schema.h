// SPDX-License-Identifier: MIT
// JSON Schema (draft-07) of a kind of file, from the table by which it is read.

#ifndef FELLESSKAP_INPUT_YAML_SCHEMA_H
#define FELLESSKAP_INPUT_YAML_SCHEMA_H

#include "base/value.h"
#include "input/yaml/binding.h"

// Another form of a kind of file: it has other keys instead of one.
struct shape_variant {
    const char *without;      // a required key of the shape
    const struct shape *with; // the other keys; those that the shape has too are ignored
    const char *how; // N_("write 'sak', or …"): the editor's message when neither or both
                     // are given
};

// What an editor needs to know about the map that `shape` describes: its keys, their meaning, and
// their values. `variant` is NULL where there is none, `title` a message, not translated yet.
// Everything is owned by `arena`.
//
// Editors read YAML 1.2 and see numbers and booleans where we see only text; the schema accepts
// whatever may be written without quotes. Beyond draft-07 it has `errorMessage`, a text: the
// message for a value that breaks the rules beside it. ajv-errors and yaml-language-server use it,
// others ignore it.
struct value schema_of(const struct shape *shape, const struct shape_variant *variant,
                       const char *title, struct arena *arena);

#endif
