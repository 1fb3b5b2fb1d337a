// SPDX-License-Identifier: MIT
// JSON Schema (draft-07) of a kind of file, from the table by which it is read.

#ifndef FELLESSKAP_INPUT_YAML_SCHEMA_H
#define FELLESSKAP_INPUT_YAML_SCHEMA_H

#include "base/value.h"
#include "input/yaml/binding.h"

// Another form of a kind of file: it has other keys instead of one.
struct shape_variant {
    const char *without;      // a required key of the shape
    const struct shape *with; // the other keys; those of the shape again say nothing new
    const char *how;          // N_("write 'sak', or …"): what editors say to neither, and to both
};

// What an editor is to know of the map that `shape` describes: its keys, what they mean, what may
// stand behind them. `variant` is NULL where there is none, `title` a message, not translated yet.
// Everything is in `arena`.
//
// Editors read YAML 1.2 and see numbers and truths where we see text alone; the schema takes what
// may be written without quotes. Beyond draft-07 it has `errorMessage`, a text: what to tell who
// breaks the rules beside it. ajv-errors and yaml-language-server know it, others pass over it.
struct value schema_of(const struct shape *shape, const struct shape_variant *variant,
                       const char *title, struct arena *arena);

#endif
