// SPDX-License-Identifier: MIT
// An indicator as a line through its values.

#ifndef FELLESSKAP_VIEW_REGISTER_CURVE_H
#define FELLESSKAP_VIEW_REGISTER_CURVE_H

#include "model/register/indicators.h"
#include "view/context.h"
#include "view/register/picture.h"

// The values by period, with dashed lines for the target and the baseline; where a period is
// missing the line is broken. NULL where there is no value.
const struct register_picture *indicator_curve(const struct view_context *context,
                                               const struct indicator *indicator);

#endif
