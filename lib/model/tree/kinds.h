// SPDX-License-Identifier: MIT
// Every kind of file that people write in YAML, for those who describe them.

#ifndef FELLESSKAP_MODEL_TREE_KINDS_H
#define FELLESSKAP_MODEL_TREE_KINDS_H

#include "input/yaml/schema.h"

struct file_kind {
    const struct shape *shape;
    const char *title;                   // N_("a meeting and its agenda")
    const struct shape_variant *variant; // or NULL
};

extern const struct file_kind file_kinds[];
extern const size_t file_kind_count;

// What stands behind "dokument:".
const char *file_kind_name(const struct file_kind *kind);

// NULL where there is none of that name.
const struct file_kind *file_kind_find(struct text name);

// "organisasjon, handlingsplan, …"
struct text file_kind_names(struct arena *arena);

#endif
