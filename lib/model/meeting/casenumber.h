// SPDX-License-Identifier: MIT
// Case numbers: "41/24" is the 41st case of a committee in 2024. Another committee's is named with
// it: "PSU-5/24".

#ifndef FELLESSKAP_MODEL_MEETING_CASENUMBER_H
#define FELLESSKAP_MODEL_MEETING_CASENUMBER_H

#include "base/text.h"
#include "input/yaml/binding.h"

struct case_number {
    struct text committee; // empty: the one of the document that names the case
    int number;
    int year; // in full: 2024
};

// False when it is not a case number. The pattern has no committee.
#define CASE_NUMBER_PATTERN "(?!0+/)[0-9]{1,4}/[0-9]{2}"
bool case_number_parse(struct text text, struct case_number *number);

// "PSU-5/24" of a number that a document of `committee` writes, "5/24" or "PSU-5/24".
struct text case_number_in_full(struct text number, struct text committee, struct arena *arena);

// For binding tables: a struct scalar whose text is "41/24", without a committee.
extern const struct form case_number_form;

// What editors know of an id that names a case, perhaps one of another committee. References are
// checked where all cases are known.
extern const struct form case_reference_form;

#endif
