// SPDX-License-Identifier: MIT
// Every kind of file that people write in YAML: where it belongs, its keys, who reads it.

#ifndef FELLESSKAP_MODEL_TREE_KINDS_H
#define FELLESSKAP_MODEL_TREE_KINDS_H

#include "input/yaml/schema.h"
#include "model/tree/repository.h"

struct reader;

struct file_kind {
    const struct shape *shape;
    const char *title;                   // N_("a meeting and its agenda")
    const struct shape_variant *variant; // or NULL
    const char *schema;                  // the name of its schema: "action-plan"
    const char *path;                    // the only one that it may have; NULL: any in its folder
    bool is_of_plan;                     // its folder is plan/
    // Of those in plan/: reads one, whose faults are reported. NULL: it has been read already.
    void (*read)(struct reader *reader, struct text path);
};

// NULL where no kind has that name.
const struct file_kind *file_kind_find(struct text name);

// By the name of its schema, "action-plan"; NULL where there is none.
const struct file_kind *file_kind_of_schema(struct text schema);

// "organisasjon, handlingsplan, …": all of them, or those of plan/ alone.
struct text file_kind_names(bool of_plan, struct arena *arena);

// Reads a file of plan/ as what its key `dokument` says that it is. Reports where that is missing,
// is no kind of plan/, or belongs elsewhere.
void file_kind_read(struct reader *reader, struct text path);

// Whether a file says by its key `dokument` what kind of document it is, in YAML or in front of its
// text. A file that is not text, or is larger than any YAML may be, does not; nor does the JSON
// that commands write.
bool file_says_its_kind(struct text path, struct arena *arena);

// What ends in ".yml", or in another case of ".yaml", is not read.
bool plan_file_is_misnamed(struct text path, struct arena *arena);

// The id of the grant that a file of payments is of, where there is no such grant; else empty.
struct text plan_file_lacks_grant(const struct repository *repository, struct text path);

#endif
