// SPDX-License-Identifier: MIT
// The key `år` of an action, which is written in three ways.

#ifndef FELLESSKAP_MODEL_PLAN_YEARS_H
#define FELLESSKAP_MODEL_PLAN_YEARS_H

#include "model/plan.h"

// Readers for binding tables. `into` is a struct period, and a struct year_marks: a map
// {2022: høst, 2023: x}, a list [2022, 2023] or a period 2022–2025.
void period_read(struct binding *binding, struct scalar scalar, void *into);
void year_marks_read(struct binding *binding, struct yaml_item item, void *into);

#endif
