// SPDX-License-Identifier: MIT
// A page of the site that is no document of the tree: the list of documents, and what leads on.

#ifndef FELLESSKAP_DOCUMENT_BUILD_PAGE_H
#define FELLESSKAP_DOCUMENT_BUILD_PAGE_H

#include "document/build/build.h"

struct page {
    struct build *build;
    struct document_maker maker;
    struct view_context view; // what its value is made with
};

// Makes `page` ready in a language. It lives until build->scratch is freed. False after a report:
// the labels cannot be read.
bool page_begin(struct page *page, struct build *build, enum language language);

// Writes it by a template. False with errors in build->diagnostics.
bool page_write(const struct page *page, const char *template, const struct value *value,
                struct writer *writer);

#endif
