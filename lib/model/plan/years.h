// SPDX-License-Identifier: MIT
// The key `år` of an action, which is written in three ways.

#ifndef FELLESSKAP_MODEL_PLAN_YEARS_H
#define FELLESSKAP_MODEL_PLAN_YEARS_H

#include "model/plan/plan.h"

// For binding tables: a struct period, and a struct year_marks: a map {2022: høst, 2023: x}, a list
// [2022, 2023] or a period 2022–2025.
extern const struct form period_form;
extern const struct form year_marks_form;

#endif
