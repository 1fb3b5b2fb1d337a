// SPDX-License-Identifier: MIT
// The diagnostics as a compiler writes them.

#ifndef FELLESSKAP_BASE_DIAGNOSTICS_WRITE_H
#define FELLESSKAP_BASE_DIAGNOSTICS_WRITE_H

#include "base/diagnostics.h"

enum diagnostics_style {
    DIAGNOSTICS_PLAIN,  // one line each
    DIAGNOSTICS_FRAMED, // with the source line and what is wrong in it; a blank line between files
    DIAGNOSTICS_COLOUR, // the same, with colour for a terminal
};

struct diagnostics_look {
    enum diagnostics_style style;
    size_t columns; // of the terminal, into which the source line is cut; 0: it is none
};

// Sorts them, and writes all: "file:line:col: error: message [rule-id]" (or warning, or note).
void diagnostics_write(struct diagnostics *diagnostics, struct diagnostics_look look,
                       struct writer *writer);

#endif
