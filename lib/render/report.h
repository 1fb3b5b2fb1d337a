// SPDX-License-Identifier: MIT
// What a check has found, in the formats of those who read it.

#ifndef FELLESSKAP_RENDER_REPORT_H
#define FELLESSKAP_RENDER_REPORT_H

#include "base/diagnostics.h"

struct report {
    struct diagnostics *diagnostics; // settled and sorted
    struct text_list files;          // that were read and are reported on, by name
    struct arena *arena;
};

// As a compiler writes it: each with its line and a caret, and what it comes to at the end.
void report_text(const struct report *report, bool colour, struct writer *writer);

#endif
