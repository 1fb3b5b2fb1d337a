// SPDX-License-Identifier: MIT
// What a PDF is (ISO 32000-1): how many pages it has, and whether it has more than them. Only what
// leads there is read, and never more than a fixed amount, whatever the file says of itself.

#ifndef FELLESSKAP_INPUT_PDF_PDF_H
#define FELLESSKAP_INPUT_PDF_PDF_H

#include "base/arena.h"
#include "input/pdf/extras.h"

#include <stdint.h>

enum pdf_fault {
    PDF_OK,
    PDF_DAMAGED,   // not a PDF, or the way to its pages is broken
    PDF_ENCRYPTED, // its texts are encrypted: it cannot be read, or not without permission
};

struct pdf_facts {
    int pages;       // at least 1
    unsigned extras; // of enum pdf_extra; of a very large file, those that are found soon
};

// Reads an open regular file of `size` bytes. `*facts` is set when it returns PDF_OK. `scratch` is
// left as it was.
enum pdf_fault pdf_look(int file, int64_t size, struct arena *scratch, struct pdf_facts *facts);

#endif
