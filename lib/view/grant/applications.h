// SPDX-License-Identifier: MIT

#ifndef FELLESSKAP_VIEW_GRANT_APPLICATIONS_H
#define FELLESSKAP_VIEW_GRANT_APPLICATIONS_H

#include "model/grant/grant.h"
#include "view/view.h"

// The list "søknader" of a grant, whether there is any, and their sum.
void grant_put_applications(const struct view_context *context, const struct grant *grant,
                            struct map_builder *map, struct arena *arena);

#endif
