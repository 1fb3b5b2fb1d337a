// SPDX-License-Identifier: MIT
// Numbers of Norwegian organisations (Enhetsregisteret).

#ifndef FELLESSKAP_MODEL_ORGANISATION_ORGANISATIONNUMBER_H
#define FELLESSKAP_MODEL_ORGANISATION_ORGANISATIONNUMBER_H

#include "input/yaml/binding.h"

// Nine digits, the last of which checks the others, into a struct scalar; spaces between them are
// taken away. Others are reported.
extern const struct form organisation_number_form;

#endif
