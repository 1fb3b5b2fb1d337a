// SPDX-License-Identifier: MIT
// The values that a year has and no calendar.

#ifndef FELLESSKAP_MODEL_YEAR_FORMS_H
#define FELLESSKAP_MODEL_YEAR_FORMS_H

#include "input/yaml/shape.h"

// For binding tables: a struct day_of_year, a struct week_of_year, a struct number of 1 to
// MOST_MEETINGS.
extern const struct form day_of_year_form;
extern const struct form week_of_year_form;
extern const struct form meetings_a_year_form;

#endif
