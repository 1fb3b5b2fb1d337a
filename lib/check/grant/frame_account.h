// SPDX-License-Identifier: MIT

#ifndef FELLESSKAP_CHECK_GRANT_FRAME_ACCOUNT_H
#define FELLESSKAP_CHECK_GRANT_FRAME_ACCOUNT_H

#include "model/grant/payments.h"
#include "model/tree/repository.h"

// What was received and given back of a grant: within its frame, and never less than what was spent
// by the end of a year. `payments` may be NULL.
void check_frame_account(const struct repository *repository, const struct grant *grant,
                         const struct payments *payments);

#endif
