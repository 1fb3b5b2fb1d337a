// SPDX-License-Identifier: MIT
// How a body writes its case numbers: as it has said, or as most of its cases are written.

#ifndef FELLESSKAP_MODEL_MEETING_USUALFORM_H
#define FELLESSKAP_MODEL_MEETING_USUALFORM_H

#include "model/meeting/casenumber.h"

enum { MOST_USUAL_FORMS = 16 };

struct usual_forms {
    const struct numbering *numbering; // what the body has said; NULL: nothing
    struct {
        struct case_form form;
        size_t uses;
        size_t padded; // numbers below 10 with a zero before them
        size_t bare;   // and without
    } items[MOST_USUAL_FORMS];
    size_t count;
};

void usual_forms_init(struct usual_forms *forms, const struct sources *sources,
                      struct text committee);

// Counts a number of a case. What is none is passed over.
void usual_forms_add(struct usual_forms *forms, struct text number);

// The form of the series "PS " (empty: cases without one). False where the body has none.
bool usual_form_of_series(const struct usual_forms *forms, struct text series,
                          struct case_form *form);

// The form that most cases have; "n/åå" where there are none.
struct case_form usual_form(const struct usual_forms *forms);

#endif
