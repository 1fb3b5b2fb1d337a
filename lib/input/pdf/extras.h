// SPDX-License-Identifier: MIT
// What a PDF has besides its pages.

#ifndef FELLESSKAP_INPUT_PDF_EXTRAS_H
#define FELLESSKAP_INPUT_PDF_EXTRAS_H

#include "input/pdf/objects.h"

// Of enum pdf_extra: what the document with this catalogue has, as far as the budget goes.
unsigned pdf_find_extras(struct pdf *pdf, struct text catalogue);

#endif
