// SPDX-License-Identifier: MIT
// A template as a flat array of operations.

#ifndef FELLESSKAP_RENDER_TEMPLATE_OPERATION_H
#define FELLESSKAP_RENDER_TEMPLATE_OPERATION_H

#include "base/diagnostics.h"

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
    bool begins_line; // of a text or a partial: the indentation of the lines goes before it
    bool opens_line;  // only white space and the markers of items and quotes come before it
    bool in_row;      // of a Markdown table
    bool is_item;     // a "• " of the template comes right before it
    bool is_strong;   // "**" of the template come right before and after it
    bool in_address;  // of a Markdown link
    bool reported;
    size_t at;    // byte offset of the tag
    size_t after; // of a section: index of the operation after its last
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

#endif
