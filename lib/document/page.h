// SPDX-License-Identifier: MIT
// What makes an HTML page one self-contained file: its styles and script, and their hashes for the
// Content-Security-Policy (CSP level 3).

#ifndef FELLESSKAP_DOCUMENT_PAGE_H
#define FELLESSKAP_DOCUMENT_PAGE_H

#include "document/maker.h"
#include "render/template/template.h"

// The values stil, stil-hash, skript and skript-hash. The style is base.css, NAME.css, paged.css
// and NAME.paged.css, those that are there, filled in as templates with `contexts`; the script is
// filter.js and NAME.js as they are, nothing where there is no NAME.js. Both without white space at
// their ends. False after a report.
bool page_assets(const struct document_maker *maker, const char *name, const struct value *contexts,
                 size_t context_count, struct value *assets);

#endif
