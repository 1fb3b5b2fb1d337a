// SPDX-License-Identifier: MIT
// The templates of a run: each is read and compiled once, in however many documents it is shown.

#ifndef FELLESSKAP_DOCUMENT_TEMPLATES_H
#define FELLESSKAP_DOCUMENT_TEMPLATES_H

#include "base/index.h"
#include "input/file/templatefolder.h"
#include "render/template/set.h"

struct document_templates {
    struct template_source source; // the first member, so that it leads back here
    const struct template_folder *folder;
    struct diagnostics *diagnostics;
    struct arena *arena;
    struct index files;         // name → where it comes from, also of one that is nowhere
    struct template_set **sets; // one for each suffix that has been asked for
    size_t set_count;
};

// The folder, the diagnostics and the arena live as long as the templates.
void document_templates_init(struct document_templates *templates,
                             const struct template_folder *folder, struct diagnostics *diagnostics,
                             struct arena *arena);

// Those with this suffix, ".html", which is always asked for with the same escaping.
struct template_set *document_templates_with(struct document_templates *templates,
                                             struct text suffix, enum escape escape);

#endif
