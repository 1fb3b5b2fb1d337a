// SPDX-License-Identifier: MIT
// Setting up a view, with what the links in its prose lead to and embed.

#ifndef FELLESSKAP_VIEW_SETUP_H
#define FELLESSKAP_VIEW_SETUP_H

#include "view/context.h"

// Sets up a view for a document of `kind` whose file is in the folder of `source_path`. What the
// view makes is owned by `arena`.
void view_context_init(struct view_context *context, const struct repository *repository,
                       struct arena *arena, const struct labels *labels, enum language language,
                       enum view_kind kind, struct text source_path, struct text committee,
                       bool markdown);

// The people and bodies are those of the view's day.
void view_on_day(struct view_context *context);

// The document is for the members, and is in the folder "members" beside "public": it is never
// published.
void view_for_members(struct view_context *context);

#endif
