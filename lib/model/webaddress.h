// SPDX-License-Identifier: MIT
// The address of a page on the web.

#ifndef FELLESSKAP_MODEL_WEBADDRESS_H
#define FELLESSKAP_MODEL_WEBADDRESS_H

#include "input/binding.h"

// A reader of FIELD_SPECIAL into a struct scalar: https:// and no spaces, or a report (wrong-link).
void web_address_read(struct binding *binding, struct scalar scalar, void *into);

#endif
