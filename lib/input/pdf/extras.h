// SPDX-License-Identifier: MIT
// What a PDF has besides its pages.

#ifndef FELLESSKAP_INPUT_PDF_EXTRAS_H
#define FELLESSKAP_INPUT_PDF_EXTRAS_H

#include "input/pdf/objects.h"

// What a PDF has besides its pages, its links, its stamps and its fields.
enum pdf_extra {
    PDF_ACTIONS = 1,  // scripts, and whatever else happens when it is opened, read or filled in
    PDF_FILES = 2,    // files within it
    PDF_COMMENTS = 4, // notes, marks and drawings on its pages, and what is hidden
};

// Of enum pdf_extra: what the document with this catalogue has, as far as the budget goes.
unsigned pdf_find_extras(struct pdf *pdf, struct text catalogue);

#endif
