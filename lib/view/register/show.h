// SPDX-License-Identifier: MIT
// The header of view/register/ for what each register shows.

#ifndef FELLESSKAP_VIEW_REGISTER_SHOW_H
#define FELLESSKAP_VIEW_REGISTER_SHOW_H

#include "view/register/table.h"

// The register as it is shown; the whole is owned by the arena of the context.
const struct register_view *register_view(const struct view_context *context,
                                          const struct registry *registry);

// The parts of each, added to a view that has none.
void register_show_projects(struct register_view *view);
void register_show_networks(struct register_view *view);
void register_show_agreements(struct register_view *view);
void register_show_indicators(struct register_view *view);
void register_show_deviations(struct register_view *view);

#endif
