// SPDX-License-Identifier: MIT
// Faults of YAML in helpful words: from what the parser says, and from the text at the place.

#ifndef FELLESSKAP_INPUT_YAML_FAULT_H
#define FELLESSKAP_INPUT_YAML_FAULT_H

#include "base/text.h"

// True where the place to fix is not where the parser stopped, but where the text or list began
// in which it stopped. `problem` is libyaml's message, or NULL.
bool yaml_fault_is_where_it_began(const char *problem);

// The message for a fault at byte `*at` of the text, in the reader's language. May move `*at` to a
// place before, where the fault can be fixed.
const char *yaml_fault_message(const char *problem, struct text text, size_t *at);

#endif
