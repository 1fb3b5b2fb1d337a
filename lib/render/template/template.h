// SPDX-License-Identifier: MIT
// Templates: the Mustache language (mustache.5) without lambdas and other delimiters. An unknown
// name or partial is an error, not an empty text; a part of nothing is nothing. Nothing, no, an
// empty text and an empty list are false. Sections nest 64 deep, partials 32, and a rendering has
// an end.

#ifndef FELLESSKAP_RENDER_TEMPLATE_TEMPLATE_H
#define FELLESSKAP_RENDER_TEMPLATE_TEMPLATE_H

#include "base/diagnostics.h"
#include "base/value.h"
#include "base/writer.h"

// Which characters of a value are escaped, and how prose is shown.
enum escape {
    ESCAPE_HTML, // also for SVG; prose becomes HTML
    // What a forge would take for markup; between "](" and ")", as an address. Prose becomes
    // Markdown: on one line where the tag's line begins with "|"; otherwise its further lines are
    // indented by the white space, and the width of the markers of items and quotes, before the
    // tag.
    ESCAPE_MARKDOWN,
    ESCAPE_CSS, // for a string between double quotes; not for prose
};

// Where templates come from. Returns false where there is none of that name.
struct template_source {
    bool (*load)(const struct template_source *source, struct text name, struct text *path,
                 struct text *content);
};

struct template_set; // compiled templates, each read once

// `suffix` is put behind the names of partials and embeds to find their files: ".html" for
// {{>agenda}} means the file agenda.html. Faults go to `diagnostics` with the template's path.
struct template_set *template_set_new(const struct template_source *source, struct text suffix,
                                      enum escape escape, struct diagnostics *diagnostics,
                                      struct arena *arena);

// Writes the template `name` ("matrix.html") filled with the values. `contexts` are looked up from
// the last to the first: {view, labels} say. False after a fault, which has been reported; what
// was written is then of no use.
bool template_render(struct template_set *set, struct text name, const struct value *contexts,
                     size_t context_count, struct writer *writer);

#endif
