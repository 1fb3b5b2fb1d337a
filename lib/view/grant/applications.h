// SPDX-License-Identifier: MIT

#ifndef FELLESSKAP_VIEW_GRANT_APPLICATIONS_H
#define FELLESSKAP_VIEW_GRANT_APPLICATIONS_H

#include "model/grant/applications.h"
#include "view/view.h"

// What an item of "søknader" says. `with_ore`: amounts with two decimals, whatever they are.
void grant_put_application(const struct view_context *context,
                           const struct application *application, bool with_ore,
                           struct map_builder *map);

// The list "søknader" of a grant, whether there is any, and their sum.
void grant_put_applications(const struct view_context *context, const struct grant *grant,
                            struct map_builder *map, struct arena *arena);

#endif
