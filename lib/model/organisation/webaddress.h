// SPDX-License-Identifier: MIT
// The address of a page on the web.

#ifndef FELLESSKAP_MODEL_ORGANISATION_WEBADDRESS_H
#define FELLESSKAP_MODEL_ORGANISATION_WEBADDRESS_H

#include "input/yaml/binding.h"

// For binding tables: a struct scalar with https:// and no spaces, or a report (wrong-link).
extern const struct form web_address_form;

#endif
