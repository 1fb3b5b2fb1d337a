// SPDX-License-Identifier: MIT
// PDF, DOCX and PPTX, which other programs make of what this one has written: share/convert.

#ifndef FELLESSKAP_DOCUMENT_BUILD_CONVERTER_H
#define FELLESSKAP_DOCUMENT_BUILD_CONVERTER_H

#include "base/arena.h"
#include "base/text.h"

enum conversion_kind { CONVERSION_PDF, CONVERSION_DOCX, CONVERSION_PPTX, CONVERSION_COUNT };

// "pdf": the name of its format, which is the suffix of its file.
extern const char *const conversion_names[];

struct conversion {
    enum conversion_kind kind;
    struct text source; // paths, from the current folder
    struct text target;
    struct text bundle; // the same with the attachments, and the folder that these are in;
    struct text folder; // empty: there are none
    bool is_done;
    struct text fault; // why it was not done, for people
    struct text
        package; // what it needs and what is not installed, where that is why; empty: it is not
};

// Runs the conversions with that many processes, which end before this returns. `progress` is
// called after each with how many are done; it may be NULL. `program` is the path of convert-all.
// False with errno set when it cannot be started; the conversions report everything else.
bool conversions_run(struct text program, struct conversion *conversions, size_t count,
                     int processes, void (*progress)(void *context, size_t done), void *context,
                     struct arena *arena);

#endif
