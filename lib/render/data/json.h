// SPDX-License-Identifier: MIT
// JSON (RFC 8259) of a value tree, two spaces a level, a line break at the end.

#ifndef FELLESSKAP_RENDER_DATA_JSON_H
#define FELLESSKAP_RENDER_DATA_JSON_H

#include "base/value.h"
#include "base/writer.h"

// Prose is its Markdown source. `arena` is for lists that make their items.
void json_write(struct writer *writer, const struct value *value, struct arena *arena);

#endif
