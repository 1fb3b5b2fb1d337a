// SPDX-License-Identifier: MIT
// What a decision changes in the words of its proposal.

#ifndef FELLESSKAP_VIEW_MEETING_CHANGES_H
#define FELLESSKAP_VIEW_MEETING_CHANGES_H

#include "base/value.h"
#include "model/meeting/points.h"

// A list of paragraphs {merke, har-merke, nivå, deler}: the point that a paragraph begins ("3",
// "3a", "•"), its depth, and its parts {ord, lik, fjernet, tilføyd}.
struct value changes_value(const struct points *old, const struct points *new, struct arena *arena);

#endif
