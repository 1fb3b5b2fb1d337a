// SPDX-License-Identifier: MIT
// Fixes of a file that has already been fixed, expressed as fixes of the original file.

#ifndef FELLESSKAP_CHECK_FIX_JOIN_H
#define FELLESSKAP_CHECK_FIX_JOIN_H

#include "base/diagnostics.h"

// A file with its fixes. None of the fixes touches another.
struct fixed_file {
    struct text path;
    struct text bytes; // of the file as it is, with its byte order mark
    struct fix *fixes; // of these bytes, in their order
    size_t count;
    struct text encoded; // where the file is not UTF-8: `bytes` are its text, and this is what it
                         // becomes. Data NULL: it is UTF-8
};

// The fixes that do both in one round: those of `first`, and then those of `second`, whose bytes
// are those of the file with the first.
struct fixed_file fixed_file_join(const struct fixed_file *first, const struct fixed_file *second,
                                  struct arena *arena);

#endif
