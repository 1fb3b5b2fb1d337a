// SPDX-License-Identifier: MIT
// A grant, its allocations and what became of them, as a document.

#ifndef FELLESSKAP_VIEW_GRANT_GRANT_H
#define FELLESSKAP_VIEW_GRANT_GRANT_H

#include "model/grant/payments.h"
#include "view/view.h"

// The view that templates and JSON see (docs/views.md, "tilskudd"); also what an embed shows.
// `payments` may be NULL: then the view has nothing about payments. `year` is the one that a report
// is for; 0: none.
struct value grant_value(const struct view_context *context, const struct grant *grant,
                         const struct payments *payments, int year, struct arena *arena);

// For views of a grant: the name of who leads a project, or the id itself where nobody has it.
struct text grant_leader(const struct view_context *context, const struct allocation *allocation);

#endif
