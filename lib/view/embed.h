// SPDX-License-Identifier: MIT
// What an embed in prose shows.

#ifndef FELLESSKAP_VIEW_EMBED_H
#define FELLESSKAP_VIEW_EMBED_H

#include "view/context.h"

// The name of the partial that shows what the URL names, and in `*value` what it shows: for
// prose_links, the first member of a view. The URL has been checked.
struct text view_embed(const struct prose_links *links, struct text url, struct value *value,
                       struct arena *arena);

#endif
