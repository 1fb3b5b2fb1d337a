// SPDX-License-Identifier: MIT
// The templates of a run, each read once: where they come from, and what they have in common.

#ifndef FELLESSKAP_RENDER_TEMPLATE_SET_H
#define FELLESSKAP_RENDER_TEMPLATE_SET_H

#include "base/diagnostics.h"
#include "render/template/operation.h"

// Nested sections and partials can multiply: more than MOST_STEPS tags and texts are a fault of the
// template. A plan of 100 000 actions takes half of it.
enum { DEEPEST_SECTION = 64, DEEPEST_PARTIAL = 32, MOST_FAULTS = 20, MOST_STEPS = 50000000 };

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

struct template_set {
    const struct template_source *source;
    struct text suffix;
    enum escape escape;
    struct diagnostics *diagnostics;
    struct arena *arena;
    uint64_t most_steps; // in one rendering
    struct template **templates;
    size_t count;
    size_t read;   // those before this one have been
    size_t faults; // of the templates themselves
};

// `suffix` is appended to the names of partials and embeds to find their files: ".html" for
// {{>agenda}} means the file agenda.html. Faults go to `diagnostics` with the template's path.
struct template_set *template_set_new(const struct template_source *source, struct text suffix,
                                      enum escape escape, struct diagnostics *diagnostics,
                                      struct arena *arena);

// The template of that name, read later.
struct template *template_set_add(struct template_set *set, struct text name);

#endif
