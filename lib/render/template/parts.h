// SPDX-License-Identifier: MIT
// Inside the template engine: a template as a flat array of operations, and how names are found.

#ifndef FELLESSKAP_RENDER_TEMPLATE_PARTS_H
#define FELLESSKAP_RENDER_TEMPLATE_PARTS_H

#include "render/template/template.h"

// Sections and partials within each other can multiply: beyond MOST_STEPS, tags and texts between
// them, a template is at fault. A plan of 100 000 actions takes half of it.
enum { DEEPEST_SECTION = 64, DEEPEST_PARTIAL = 32, MOST_FAULTS = 20, MOST_STEPS = 50000000 };

struct name_part {
    struct text text;
    unsigned trait;  // for struct context
    size_t found_at; // index in its map, the last time
};

// "eier.navn" as its parts; "." has none.
struct tag_name {
    struct text text;
    struct name_part *parts;
    size_t count;
};

enum operation_kind {
    OPERATION_TEXT,
    OPERATION_VALUE,    // {{x}}
    OPERATION_RAW,      // {{{x}}}
    OPERATION_SECTION,  // {{#x}}
    OPERATION_INVERTED, // {{^x}}
    OPERATION_PARTIAL,  // {{>x}}
};

struct operation {
    enum operation_kind kind;
    bool begins_line; // of a text or a partial: what the lines are indented by goes before it
    bool opens_line; // nothing but white space and the markers of items and quotes stands before it
    bool in_row;     // of a Markdown table
    bool in_address; // of a Markdown link
    bool reported;
    size_t at;     // byte offset of the tag
    size_t behind; // of a section: index of the operation behind its last
    union {
        struct text text;
        struct tag_name name;
        struct template *partial;
    };
    // Of a partial: what each of its lines begins with. Of a value in Markdown: what the further
    // lines of prose begin with.
    struct text indent;
};

struct template {
    struct text name;
    struct text path;
    struct text content;
    struct operation *operations;
    size_t count;
    bool found;
};

struct template_set {
    const struct template_source *source;
    struct text suffix;
    enum escape escape;
    struct diagnostics *diagnostics;
    struct arena *arena;
    uint64_t most_steps; // of one rendering
    struct template **templates;
    size_t count;
    size_t read;   // those before this one have been
    size_t faults; // of the templates themselves
};

// The template of that name, read later.
struct template *template_set_add(struct template_set *set, struct text name);

// Makes the operations of a template that was found; adds its partials to the set. False after a
// fault, which has been reported.
bool template_parse(struct template_set *set, struct template *template);

// The place of a byte of the template.
struct position template_position(const struct template *template, size_t offset);

enum { TRAIT_WORDS = 8, TRAITS = 64 * TRAIT_WORDS };

// What a tag sees, from the innermost outwards. `traits` has a bit set for each member's name, so
// that a map which does not have a name is passed over without a look at its members.
struct context {
    const struct context *outer;
    const struct value *value;
    uint64_t traits[TRAIT_WORDS];
};

// Between 0 and TRAITS.
unsigned name_trait(struct text name);

void context_enter(struct context *context, const struct context *outer, const struct value *value);

// The value that a name stands for, or NULL; `*missing` is then the index of the part that there is
// not, and `*inside` the value that does not have it, NULL for the contexts as a whole. A part of
// nothing is nothing.
const struct value *context_find(const struct context *context, struct tag_name *name,
                                 size_t *missing, const struct value **inside);

// The name among those that can be seen which is nearest to `text`, or an empty text.
struct text context_nearest(const struct context *context, struct text text, struct arena *arena);

// The same among the members of a map.
struct text member_nearest(const struct value *map, struct text text, struct arena *arena);

#endif
