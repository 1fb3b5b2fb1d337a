// SPDX-License-Identifier: MIT
// E-mail addresses.

#ifndef FELLESSKAP_MODEL_ORGANISATION_EMAIL_H
#define FELLESSKAP_MODEL_ORGANISATION_EMAIL_H

#include "input/yaml/binding.h"

// Into a struct scalar: an address as HTML's <input type="email"> takes it. Others are reported.
extern const struct form email_form;

#endif
