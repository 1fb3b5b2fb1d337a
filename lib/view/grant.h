// SPDX-License-Identifier: MIT
// A grant and its allocations, as a document and as a workbook.

#ifndef FELLESSKAP_VIEW_GRANT_H
#define FELLESSKAP_VIEW_GRANT_H

#include "base/workbook.h"
#include "view/view.h"

// The view that templates and JSON see (docs/views.md, "tilskudd"); also what an embed shows.
struct value grant_value(const struct view *view, const struct grant *grant, struct arena *arena);

// The workbook for the economy office: allocations, and a check of their sum against the frame.
const struct workbook *grant_workbook(const struct view *view, const struct grant *grant);

#endif
