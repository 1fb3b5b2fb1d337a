// SPDX-License-Identifier: MIT
// The picture of the bodies as templates see it.

#ifndef FELLESSKAP_VIEW_ORGANISATION_CHART_VALUE_H
#define FELLESSKAP_VIEW_ORGANISATION_CHART_VALUE_H

#include "view/organisation/chart.h"

// The sheets as a list. Those after the first are further down: together they are a picture, too.
struct value chart_value(const struct view_context *context, const struct chart *chart);

// How high all sheets are together.
int chart_height(const struct chart *chart);

#endif
