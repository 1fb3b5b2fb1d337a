// SPDX-License-Identifier: MIT
// The texts of docs/rules.md and its translations, which the Makefile puts into the commands.

#ifndef FELLESSKAP_RENDER_DIAGNOSTICS_RULES_TEXT_H
#define FELLESSKAP_RENDER_DIAGNOSTICS_RULES_TEXT_H

#include <stddef.h>

struct rules_text {
    const char *file; // "docs/rules.nb.md"
    const char *data;
    size_t size;
};

extern const struct rules_text rules_texts[]; // the first is the English one
extern const size_t rules_text_count;

#endif
