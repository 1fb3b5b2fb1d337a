// SPDX-License-Identifier: MIT
// Case numbers: "41/24" is the 41st case of a committee in 2024. Another committee's is named with
// it: "PSU-5/24".

#ifndef FELLESSKAP_MODEL_CASENUMBER_H
#define FELLESSKAP_MODEL_CASENUMBER_H

#include "base/text.h"
#include "input/binding.h"

struct case_number {
    struct text committee; // empty: the one of the document that names the case
    int number;
    int year; // in full: 2024
};

// False when it is none.
bool case_number_parse(struct text text, struct case_number *number);

// A reader for binding tables: a struct scalar whose text is "41/24", without a committee.
void case_number_read(struct binding *binding, struct scalar scalar, void *into);

#endif
