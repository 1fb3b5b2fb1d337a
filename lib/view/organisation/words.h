// SPDX-License-Identifier: MIT
// What bodies and their levels are called in the documents about them.

#ifndef FELLESSKAP_VIEW_ORGANISATION_WORDS_H
#define FELLESSKAP_VIEW_ORGANISATION_WORDS_H

#include "model/organisation/structure.h"
#include "view/context.h"

// Its name in full and its short one, in the language of the view.
struct text body_name(const struct view_context *context, const struct body *body);
struct text body_short_name(const struct view_context *context, const struct body *body);

// Its level; empty where it has none.
struct text body_level_words(const struct view_context *context, const struct body *body);

// What the national model calls it; empty where it is none of its bodies, or has that name itself.
struct text body_national_words(const struct view_context *context,
                                const struct placed_body *placed);

// The short names of those that it consists of, with commas between; empty for others.
struct text body_members_words(const struct view_context *context, const struct body *body);

// The id of its section in a page. No two bodies have the same.
struct text body_anchor(const struct body *body, struct arena *arena);

#endif
