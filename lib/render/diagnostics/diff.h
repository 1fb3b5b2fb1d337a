// SPDX-License-Identifier: MIT
// What changes in a file, as patch(1) and git-apply(1) read it.

#ifndef FELLESSKAP_RENDER_DIAGNOSTICS_DIFF_H
#define FELLESSKAP_RENDER_DIAGNOSTICS_DIFF_H

#include "base/diagnostics.h"

// Writes the unified diff that applies `fixes` to a file: they are sorted, and none touches
// another. Digits of national identity numbers are masked: a diff with such a line can be read, not
// applied.
void diff_write(struct writer *writer, struct text path, struct text bytes, const struct fix *fixes,
                size_t count, struct arena *arena);

#endif
