// SPDX-License-Identifier: MIT
// A ZIP file in memory (APPNOTE.TXT 4.3): its parts can be inflated; and as libxlsxwriter makes
// them, replaced, and the file can be written again.

#ifndef FELLESSKAP_BASE_ARCHIVE_H
#define FELLESSKAP_BASE_ARCHIVE_H

#include "base/text.h"
#include "base/writer.h"

struct archive_part {
    struct text name;
    struct text header; // before the packed bytes
    struct text packed;
    struct text entry; // of the directory at the end
    uint32_t checksum, size;
    bool is_stored; // and not packed
};

struct archive {
    struct archive_part *parts;
    size_t count;
    struct text end; // the record at the very end
};

// False when a part is not where the directory says, the directory and the part's own header do not
// agree, or bytes are missing or left over between them. The result points into `bytes`.
bool archive_read(struct text bytes, struct archive *archive, struct arena *arena);

// The same of a file that any program has made: packed or stored, with or without sizes in front of
// its parts. False when the directory leads out of the bytes, or there is none. Nothing but the
// names, sizes and packed bytes of the parts is given.
bool archive_read_any(struct text bytes, struct archive *archive, struct arena *arena);

// NULL where there is none of that name.
const struct archive_part *archive_find(const struct archive *archive, struct text name);

// Calls `take` for each piece of the part in turn, until it returns false, or more comes than the
// archive says. True when it took all, and size and checksum are those that the archive gives.
bool archive_inflate(const struct archive_part *part,
                     bool (*take)(void *context, struct text piece, bool is_last), void *context);

// The whole content of a part; data NULL when it cannot be inflated.
struct text archive_content(const struct archive_part *part, struct arena *arena);

// False when memory runs out.
bool archive_replace(struct archive_part *part, struct text content, struct arena *arena);

void archive_write(const struct archive *archive, struct writer *writer);

#endif
