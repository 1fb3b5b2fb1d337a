// SPDX-License-Identifier: MIT
// The strict, small YAML of these documents, item by item. The only module that knows libyaml.
//
// Every scalar is text. Anchors, aliases, tags, directives and second documents are reported
// (yaml-feature), and so are libyaml's own errors (yaml-syntax), with a hint.

#ifndef FELLESSKAP_INPUT_YAML_YAML_H
#define FELLESSKAP_INPUT_YAML_YAML_H

#include "input/file/source.h"

enum yaml_kind { YAML_END, YAML_SCALAR, YAML_LIST, YAML_LIST_END, YAML_MAP, YAML_MAP_END };

struct yaml_item {
    enum yaml_kind kind;
    struct position at;
    struct text text; // of a scalar; valid until the next item is read
    bool plain;       // without quotes
    bool block;       // written with |: its lines are literally in the file, from the next one on
};

// The place of the last scalar in its file.
struct yaml_extent {
    size_t from; // bytes of source->text: of the text itself, without quotes and the line of "|"
    size_t to;
    bool in_flow; // within [ ] or { }
    bool block;   // after | or >
};

struct yaml;

// Reads `text`, which begins at line `first_line` (1-based) of the file. Of a large file, what has
// been read is forgotten.
struct yaml *yaml_open(struct sources *sources, struct source *source, struct text text,
                       uint32_t first_line);

// The next item; YAML_END at the end and, after it has been reported, at a fault of syntax.
struct yaml_item yaml_next(struct yaml *yaml);

// The next item of the list, or key of the map, that is open; false at its end and at the file's.
bool yaml_next_entry(struct yaml *yaml, struct yaml_item *entry);

// Skips the rest of the list or map that `opened` opened; does nothing for a scalar.
void yaml_skip(struct yaml *yaml, struct yaml_item opened);

// True after a fault of syntax: what follows in the file has not been read.
bool yaml_broken(const struct yaml *yaml);

// The place after the item that was read last.
struct position yaml_item_end(const struct yaml *yaml);

// Characters that the lines of a text are indented by in the file: `item` has `block`.
uint32_t yaml_block_indent(struct yaml *yaml, struct yaml_item item);

// Whether the scalar that was read last is literally in the file, on one line, perhaps between
// quotes.
bool yaml_is_as_written(const struct yaml *yaml);

// Of the scalar that was read last.
struct yaml_extent yaml_extent(struct yaml *yaml);

void yaml_close(struct yaml *yaml);

#endif
