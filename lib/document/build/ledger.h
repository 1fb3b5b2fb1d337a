// SPDX-License-Identifier: MIT
// A record of the files that the last build made: the content of each, and what it was converted
// from. It is a file beside them that nothing else reads.

#ifndef FELLESSKAP_DOCUMENT_BUILD_LEDGER_H
#define FELLESSKAP_DOCUMENT_BUILD_LEDGER_H

#include "base/digest.h"
#include "base/index.h"

#include <sys/stat.h>

// The name says which form it has.
#define LEDGER_NAME ".tree-build-2"

struct made_file {
    struct text path;           // with its room: "public/index.html"
    struct text digest;         // of its bytes, as sha256sum(1) shows it
    struct text converted_from; // a digest of all that it was converted from; empty: it was not
    struct text modified;       // when, as the file system says it
};

struct ledger {
    struct text folder; // of the output
    struct arena *arena;
    bool was_interrupted; // the last run was killed while it put its files in their places
    struct index files;   // path → struct made_file
};

// Reads what the last run wrote, and what a run wrote that was killed while it put its files in
// their places: then two files of one name may be known. What cannot be read counts as nothing.
void ledger_read(struct ledger *ledger, struct text folder, struct arena *arena);

// Whether a run has made a file of this path.
bool ledger_knows(const struct ledger *ledger, struct text path);

// Whether the last run has converted this file from the same: `digest` is that of the bytes that
// are there now.
bool ledger_is_from(const struct ledger *ledger, struct text path, struct text digest,
                    struct text converted_from);

// When a file was modified, as a record has it.
struct text ledger_modified(const struct ledger *ledger, const struct stat *status);

// The digest of a file that nobody has modified since the last run; empty: it is not known.
struct text ledger_digest(const struct ledger *ledger, struct text path, const struct stat *status);

// Writes it: before the files get their places, and after. False with errno set.
bool ledger_announce(const struct ledger *ledger, const struct made_file *files, size_t count);
bool ledger_settle(const struct ledger *ledger);

#endif
