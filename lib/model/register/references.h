// SPDX-License-Identifier: MIT
// What registers name in other files: by its form, a key's values are fetched with the register.

#ifndef FELLESSKAP_MODEL_REGISTER_REFERENCES_H
#define FELLESSKAP_MODEL_REGISTER_REFERENCES_H

#include "input/yaml/shape.h"

// An action of the plan, "2.1.1".
extern const struct form action_reference_form;

// A grant by its id, "2024".
extern const struct form grant_reference_form;

#endif
