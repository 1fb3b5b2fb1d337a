// SPDX-License-Identifier: MIT
// A grant as it was at the end of a day, from today's files.

#ifndef FELLESSKAP_MODEL_GRANT_PAST_H
#define FELLESSKAP_MODEL_GRANT_PAST_H

#include "model/grant/payments.h"

// Leaves out the changes, reports and payments that came after the day. If it leaves anything out,
// nothing is committed or put in, because nobody knows what was then, and `is_past` is set. Gives
// the grant itself if nothing came later. Look nothing up in it: its indexes lead to the
// allocations of today.
const struct grant *grant_until(const struct grant *grant, const struct payments *payments,
                                struct date day, struct arena *arena);
// `grant` is what grant_until() gave of the same day.
const struct payments *payments_until(const struct payments *payments, const struct grant *grant,
                                      struct date day, struct arena *arena);

#endif
