// SPDX-License-Identifier: MIT
// The wheel: twelve sectors, a ring for each body, a mark for each entry with its number in the
// tables.

#ifndef FELLESSKAP_VIEW_YEAR_WHEEL_H
#define FELLESSKAP_VIEW_YEAR_WHEEL_H

#include "view/year/entries.h"

// With bredde, høyde, beskrivelse, and a list for each kind of shape (docs/views.md). Lengths are
// tenths of a pixel: on A4 the picture's smallest words are 8 points.
struct value wheel_value(const struct year_entries *entries);

#endif
