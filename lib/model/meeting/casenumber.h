// SPDX-License-Identifier: MIT
// Case numbers: the 41st case of a committee in 2024 is "41/24" to one, "2024/41", "41-24" or
// "PS 41/24" to others. Here alone they are read, written and told apart.
//
// A body may say how it writes its numbers (saksnummer); model/organisation/ hands that to the
// sources. Without it, any common form is read, and of two numbers the one that looks like a year
// is the year. Another committee's case is named with it: "PSU-5/24", or "PSU:05-24" where a hyphen
// would be misread; one of a body that counts in each meeting anew with the folder of the meeting:
// "2024-10-29-asu/1".

#ifndef FELLESSKAP_MODEL_MEETING_CASENUMBER_H
#define FELLESSKAP_MODEL_MEETING_CASENUMBER_H

#include "model/meeting/caseform.h"

// A number that a document of `committee` writes. `sources` have the forms of the bodies; NULL:
// nobody's are known. False when it is no case number.
#define CASE_NUMBER_PATTERN                                                                        \
    "(?:[A-ZÆØÅ][A-Za-zÆØÅæøå]{0,7}[ -])?[0-9]{1,6}(?:[/-][0-9]{1,6})?(?: ?[A-Z])?"
bool case_number_parse(struct text text, const struct sources *sources, struct text committee,
                       struct case_number *number);

// The same of a file's name without ".md", in which each '/' and space is a hyphen.
bool case_number_of_file(struct text stem, const struct sources *sources, struct text committee,
                         struct case_number *number);

// The number that a file's name has, as well as the name tells: "41-24" → "41/24"; in a form of the
// body where that has been given.
struct text case_number_from_file(struct text stem, const struct sources *sources,
                                  struct text committee, struct arena *arena);

// The name of the file of a case, without ".md": "41/24" → "41-24".
struct text case_number_file(struct text number, struct arena *arena);

// What two spellings of one case have in common, and no other case of any committee: "ASU-41/24"
// for "41/24" and "041/2024" of ASU. `folder` is the name of its meeting's, for those that count in
// each meeting anew. Of what is no number, the text itself with the committee.
struct text case_number_key(struct text number, const struct sources *sources,
                            struct text committee, struct text folder, struct arena *arena);

// "PSU-5/24" of a number that a document of `committee` writes, "5/24" or "PSU-5/24".
struct text case_number_in_full(struct text number, const struct sources *sources,
                                struct text committee, struct arena *arena);

// A case as a document of `committee` shows it, however it is written: "5/24" of its own,
// "PSU-5/24" of another's.
struct text case_number_shown(struct text number, const struct sources *sources,
                              struct text committee, struct arena *arena);

// By series, year, number and letter; less than, equal to or greater than 0.
int case_number_compare(const struct case_number *a, const struct case_number *b);

// Whether a text can be a case number at all, of whatever body.
bool case_number_may_be(struct text text);

// The forms that a body has given, or NULL.
const struct numbering *case_numbering(const struct sources *sources, struct text committee);

// For binding tables: a struct scalar whose text is "41/24", without a committee.
extern const struct form case_number_form;

// What editors know of an id that names a case, perhaps one of another committee. References are
// checked where all cases are known.
extern const struct form case_reference_form;

#endif
