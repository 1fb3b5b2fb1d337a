// SPDX-License-Identifier: MIT
// What several formats of findings need.

#ifndef FELLESSKAP_RENDER_DIAGNOSTICS_PLACES_H
#define FELLESSKAP_RENDER_DIAGNOSTICS_PLACES_H

#include "base/value.h"
#include "render/diagnostics/findings.h"

// The path of a file from the top of the repository. Invalid UTF-8 and control characters, which no
// format can hold, become U+FFFD.
struct text findings_path(const struct findings *findings, struct text file, struct arena *arena);

// One for each diagnostic: of path, rule and the line that it is about, so that it stays the same
// when lines are inserted above; a running number distinguishes those that would be equal. Owned by
// findings->arena.
struct text *findings_fingerprints(const struct findings *findings);

// The line of a diagnostic; line 1 where it is about the file as a whole.
uint32_t findings_line(const struct diagnostic *diagnostic);

// The start and end of a fix. False where the file can no longer be read.
bool findings_fix_places(const struct findings *findings, const struct diagnostic *diagnostic,
                         struct position *from, struct position *to);

#endif
