// SPDX-License-Identifier: MIT
// Amounts of a column in one form: all in whole kroner, or all with two decimals.

#ifndef FELLESSKAP_VIEW_GRANT_ALIKE_H
#define FELLESSKAP_VIEW_GRANT_ALIKE_H

#include "base/value.h"

// The view of a grant in which the amounts of the first decision are alike, and so are all others.
// Lists that make their items are passed over.
struct value grant_amounts_alike(const struct value *grant, struct arena *arena);

#endif
