// SPDX-License-Identifier: MIT
// Mendings of what has been mended, told of the file as it was.

#ifndef FELLESSKAP_CHECK_FIX_JOIN_H
#define FELLESSKAP_CHECK_FIX_JOIN_H

#include "base/diagnostics.h"

// A file with what mends it. None of the fixes touches another.
struct mending {
    struct text path;
    struct text bytes; // of the file as it is, with its byte order mark
    struct fix *fixes; // of these bytes, in their order
    size_t count;
};

// What does all at once: the fixes of `first`, and then those of `second`, whose bytes are what
// mend_text() gives of the first.
struct mending mend_join(const struct mending *first, const struct mending *second,
                         struct arena *arena);

#endif
