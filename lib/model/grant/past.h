// SPDX-License-Identifier: MIT
// A grant as it was at the end of a day, from today's files.

#ifndef FELLESSKAP_MODEL_GRANT_PAST_H
#define FELLESSKAP_MODEL_GRANT_PAST_H

#include "model/grant/payments.h"

// Without the changes that were decided, the reports that came, and the payments that were made
// after the day. Where there are any, nobody knows what was committed then: nothing is, and
// `is_past` is set. The grant itself where nothing came later. Not for looking up: its indexes lead
// to the allocations of today.
const struct grant *grant_until(const struct grant *grant, const struct payments *payments,
                                struct date day, struct arena *arena);
// `grant` is what grant_until() gave of the same day.
const struct payments *payments_until(const struct payments *payments, const struct grant *grant,
                                      struct date day, struct arena *arena);

#endif
