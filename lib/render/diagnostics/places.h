// SPDX-License-Identifier: MIT
// What several formats of findings need.

#ifndef FELLESSKAP_RENDER_DIAGNOSTICS_PLACES_H
#define FELLESSKAP_RENDER_DIAGNOSTICS_PLACES_H

#include "base/value.h"
#include "render/diagnostics/findings.h"

// The path of a file from the top of the repository. What is no UTF-8, and control characters,
// which no format can hold, become U+FFFD.
struct text findings_path(const struct findings *findings, struct text file, struct arena *arena);

// One for each diagnostic: of path, rule and the line that it is about, so that it stays the same
// where lines are put in above; a running number tells those apart that would be the same. Owned by
// findings->arena.
struct text *findings_fingerprints(const struct findings *findings);

// The first line that is meant where the file as a whole is.
uint32_t findings_line(const struct diagnostic *diagnostic);

// From where to where a fix goes. False where the file cannot be looked at any more.
bool findings_fix_places(const struct findings *findings, const struct diagnostic *diagnostic,
                         struct position *from, struct position *to);

#endif
