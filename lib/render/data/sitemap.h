// SPDX-License-Identifier: MIT
// The pages of a site for those who search the web (https://www.sitemaps.org/protocol.html).

#ifndef FELLESSKAP_RENDER_DATA_SITEMAP_H
#define FELLESSKAP_RENDER_DATA_SITEMAP_H

#include "base/writer.h"

// A file may have so many addresses.
enum { SITEMAP_MOST = 50000 };

// Writes whole addresses: of pages, or, with `of_maps`, of files that have those of pages.
void sitemap_write(struct writer *writer, const struct text *addresses, size_t count, bool of_maps);

#endif
