// SPDX-License-Identifier: MIT
// Former addresses: flyttet-fra of meetings and grants, tidligere-nr of actions and goals.

#ifndef FELLESSKAP_CHECK_TREE_ADDRESSES_H
#define FELLESSKAP_CHECK_TREE_ADDRESSES_H

#include "model/tree/repository.h"

// Each leads to one thing: it is no address of today, and only one thing has it
// (docs/addresses.md).
void check_addresses(const struct repository *repository);

#endif
