// SPDX-License-Identifier: MIT
// All registers: what each is called, where its file is, and reading it.

#ifndef FELLESSKAP_MODEL_REGISTER_REGISTRIES_H
#define FELLESSKAP_MODEL_REGISTER_REGISTRIES_H

#include "model/register/registry.h"

struct registry_kind {
    const char *name; // "projects", as register-list is asked for it
    const char *path; // "plan/projects.yaml"
    const struct shape *shape;
    // Whether it has what a picture can show: values or days. NULL: it never has.
    bool (*can_be_drawn)(const struct registry *registry);
};

// By enum registry_id.
extern const struct registry_kind registry_kinds[REGISTRY_COUNT];

// The register of a name; REGISTRY_COUNT where there is none. The names of all of them, with commas
// between.
enum registry_id registry_find(struct text name);
struct text registry_names(struct arena *arena);

// Whether a picture of it shows anything.
bool registry_can_be_drawn(const struct registry *registry);

// Reads plan/NAME.yaml. NULL after a report that it cannot be read; other faults are reported only.
const struct registry *registry_read(struct sources *sources, enum registry_id id);

#endif
