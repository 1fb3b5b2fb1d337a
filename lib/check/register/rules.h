// SPDX-License-Identifier: MIT
// The header of check/register/: the rules of registers. A file whose syntax is broken is not
// checked: what comes after the fault is not known.

#ifndef FELLESSKAP_CHECK_REGISTER_RULES_H
#define FELLESSKAP_CHECK_REGISTER_RULES_H

#include "check/tree/referrer.h"
#include "model/tree/repository.h"

// A register: who keeps it, its remark, and all that is in it.
void check_registry(const struct repository *repository, const struct registry *registry);

// What is in each; parts of check_registry().
void check_projects(const struct referrer *referrer, const struct registry *registry);
void check_networks(const struct referrer *referrer, const struct registry *registry);
void check_agreements(const struct referrer *referrer, const struct registry *registry);
void check_indicators(const struct referrer *referrer, const struct registry *registry);
void check_deviations(const struct referrer *referrer, const struct registry *registry);

#endif
