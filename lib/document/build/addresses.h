// SPDX-License-Identifier: MIT
// What was published of an earlier revision, held against what is (docs/addresses.md).

#ifndef FELLESSKAP_DOCUMENT_BUILD_ADDRESSES_H
#define FELLESSKAP_DOCUMENT_BUILD_ADDRESSES_H

#include "document/build/inventory.h"

// Reports (address-gone) each address of the earlier tree, of a document or of an action, a goal or
// a case within one, that leads nowhere now, at what it belongs to. Where it is certain what has
// the place of the thing now, with the fix that keeps the address. `revision` is for messages.
void addresses_compare(struct repository *repository, struct repository *earlier,
                       struct text revision);

#endif
