// SPDX-License-Identifier: MIT
// The part of the view of a grant that is the account of its frame.

#ifndef FELLESSKAP_VIEW_GRANT_FRAME_ACCOUNT_H
#define FELLESSKAP_VIEW_GRANT_FRAME_ACCOUNT_H

#include "view/grant/money.h"

void grant_put_frame_account(const struct grant_money *money, struct map_builder *map,
                             struct arena *arena);

#endif
