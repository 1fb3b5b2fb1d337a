// SPDX-License-Identifier: MIT
// The ways in which case numbers are written, each a picture of them: "n/åå" for 41/24, "åååå/n"
// for 2024/41, "PS nn-åå" for PS 05-24. A body may have one for each of its series (saksnummer).

#ifndef FELLESSKAP_MODEL_MEETING_CASEFORM_H
#define FELLESSKAP_MODEL_MEETING_CASEFORM_H

#include "input/yaml/binding.h"

enum case_restart { RESTARTS_EACH_YEAR, RESTARTS_EACH_MEETING, RESTARTS_NEVER, RESTART_COUNT };

// A way of writing: the texts before, between and after a number and, mostly, a year.
struct case_form {
    struct scalar picture; // "n/åå"; of one that was found from numbers, empty
    struct choice starts;  // starter, enum case_restart; -1: each year
    struct text before;    // "PS "
    struct text between;   // "/"; empty where there is no year
    struct text after;
    int digits;      // of the number at least; 0: the picture says nothing
    int year_digits; // 2 or 4; 0: no year
    bool year_first;
    bool has_letter; // one may follow: "26/15 A"
    bool is_spaced;  // and with a space before it
};

// The forms of a body; more than one where it has series.
struct numbering {
    struct case_form *items;
    size_t count;
};

struct case_number {
    struct text committee; // empty: the one of the document that names the case
    struct text meeting;   // the folder that it is named with; empty: none
    struct text rest;      // without committee and folder, as written
    struct text series;    // "PS"; empty: none
    int number;
    int year; // in full: 2024; 0: the number has none
    struct text letter;
    enum case_restart starts;
};

// Reads a number that is written in a form, leading zeros or not. `in_file`: of a file's name, in
// which each '/' and space is a hyphen. False, too, for a form whose picture says nothing.
bool case_form_read(const struct case_form *form, struct text text, bool in_file,
                    struct case_number *number);

// The same of a number in a form that nobody has told: of its two numbers the one that looks like a
// year is the year, else the second. False when it is no case number.
bool case_form_find(struct text text, bool in_file, struct case_form *form,
                    struct case_number *number);

// Whether numbers of both forms are of one series, written alike but for leading zeros.
bool case_forms_are_alike(const struct case_form *a, const struct case_form *b);

// "n/åå"
struct text case_form_picture(const struct case_form *form, struct arena *arena);

// The number as this form has it.
struct text case_form_write(const struct case_form *form, const struct case_number *number,
                            struct arena *arena);

// Reports forms of one body that fit the same numbers, or cannot tell cases apart.
void numbering_check(const struct numbering *numbering, struct text file,
                     struct diagnostics *diagnostics, struct arena *arena);

// For binding tables: the records of a struct numbering, one form or a list of them.
extern const struct shape case_form_shape;

#endif
