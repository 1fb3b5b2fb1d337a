// SPDX-License-Identifier: MIT

#include "input/markdown/names.h"

#include "input/link/link.h"

// The depth of the tree is bounded where it is read.
void markdown_note_names(struct sources *sources, const struct prose_node *first) {
    for (const struct prose_node *node = first; node != NULL; node = node->next) {
        struct named_thing thing = {.embedded = node->kind == PROSE_EMBED};
        bool is_link = node->kind == PROSE_LINK || node->kind == PROSE_EMBED;
        if (is_link && markdown_own_scheme(node->url, &thing.scheme, &thing.target))
            source_note_name(sources, thing);
        markdown_note_names(sources, node->first);
    }
}
