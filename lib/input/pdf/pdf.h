// SPDX-License-Identifier: MIT
// How many pages a PDF has (ISO 32000-1): what its page tree says, found by way of its
// cross-reference tables and nothing else. Only these are read, and never more of them than a fixed
// amount, whatever the file says of itself.

#ifndef FELLESSKAP_INPUT_PDF_PDF_H
#define FELLESSKAP_INPUT_PDF_PDF_H

#include "base/arena.h"

#include <stdint.h>

enum pdf_fault {
    PDF_OK,
    PDF_DAMAGED,   // no PDF, or not one that can be followed to its pages
    PDF_ENCRYPTED, // its texts are; nobody can read it, or not without leave
};

// Looks into an open regular file of `size` bytes. `*pages` is set when it returns PDF_OK, and is
// at least 1. `scratch` is left as it was.
enum pdf_fault pdf_count_pages(int file, int64_t size, struct arena *scratch, int *pages);

#endif
