// SPDX-License-Identifier: MIT
// The temporary files that libxlsxwriter asks for, made here, for two reasons. The library does not
// look whether what it writes to them arrives: with a full disk it packs half of a sheet into a
// file that is otherwise right, and reports success. Here every failed write is remembered. And
// most of its files are small: they stay in memory, and only a larger one becomes a file on disk.
//
// The library calls lxw_tmpfile() for each, which its source offers to be replaced by a version of
// the user's: a symbol of that name in the program comes before the library's own.

#ifndef FELLESSKAP_RENDER_XLSX_SCRATCH_H
#define FELLESSKAP_RENDER_XLSX_SCRATCH_H

#include "base/text.h"

#include <stdbool.h>
#include <stdio.h>

struct scratch_file;

struct scratch {
    const char *folder; // for what does not stay in memory
    struct scratch_file *open;
    size_t made;          // so many files so far
    int error;            // errno of the first failure; 0: all that was written is there
    struct text language; // for what tells one: see render/xlsx_language.h
    char key[32];         // what the library is told as its folder, and hands to lxw_tmpfile()
};

// Takes the folder from TMPDIR. `scratch` must stay where it is while it is used.
void scratch_init(struct scratch *scratch);

// Closes what the library has left open.
void scratch_close(struct scratch *scratch);

// A new, empty file of the scratch whose key is `key`; NULL when memory has run out. It goes away
// when it is closed.
__attribute__((visibility("default"))) FILE *lxw_tmpfile(char *key);

#endif
