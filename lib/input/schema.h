// SPDX-License-Identifier: MIT
// JSON Schema (draft-07) of a kind of file, from the table by which it is read.

#ifndef FELLESSKAP_INPUT_SCHEMA_H
#define FELLESSKAP_INPUT_SCHEMA_H

#include "base/value.h"
#include "input/binding.h"

// What an editor is to know of the map that `shape` describes: its keys, what they mean, what may
// stand behind them. `title` is a message, not translated yet. Everything is in `arena`.
//
// Editors read YAML 1.2 and see numbers and truths where we see text alone; the schema takes what
// may be written without quotes. Beyond draft-07 it has `errorMessage`, a text: what to tell who
// breaks the rules beside it. ajv-errors and yaml-language-server know it, others pass over it.
struct value schema_of(const struct shape *shape, const char *title, struct arena *arena);

#endif
