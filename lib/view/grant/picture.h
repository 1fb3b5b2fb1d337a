// SPDX-License-Identifier: MIT
// The picture of a grant: of each allocation, what is used, what is bound and what is left.

#ifndef FELLESSKAP_VIEW_GRANT_PICTURE_H
#define FELLESSKAP_VIEW_GRANT_PICTURE_H

#include "view/grant/money.h"

// "figur" and "har-figur" of a grant (docs/views.md, "tilskudd").
void grant_put_picture(const struct grant_money *money, struct map_builder *map,
                       struct arena *arena);

#endif
