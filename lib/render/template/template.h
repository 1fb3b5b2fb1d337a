// SPDX-License-Identifier: MIT
// Templates: the Mustache language (mustache.5) without lambdas and other delimiters. An unknown
// name or partial is an error, not an empty text; a part of nothing is nothing. Nothing, no, an
// empty text and an empty list are false. Sections nest 64 deep at most, partials 32, and the
// length of a rendering is limited.

#ifndef FELLESSKAP_RENDER_TEMPLATE_TEMPLATE_H
#define FELLESSKAP_RENDER_TEMPLATE_TEMPLATE_H

#include "base/value.h"
#include "base/writer.h"
#include "render/template/set.h"

// Writes the template `name` ("matrix.html") filled with the values. `contexts` are looked up from
// the last to the first: for example {view, labels}. False after a fault, which has been reported;
// what was written is then useless.
bool template_render(struct template_set *set, struct text name, const struct value *contexts,
                     size_t context_count, struct writer *writer);

#endif
