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

// The pages of a run in the languages that it needs; begins with {build}.
struct pages {
    struct build *build;
    struct page in[2]; // by enum language
    bool is_begun[2];
};

// A page in a language, made ready once; NULL after a report.
const struct page *pages_in(struct pages *pages, enum language language);

// The view of a meeting: in its language, with the people and bodies of its day. False after a
// report.
bool pages_view_meeting(struct pages *pages, const struct meeting *meeting,
                        struct view_context *view);

// The next page of the public room that is a document; NULL after the last. Begins with `*at` 0.
const struct site_file *pages_next(const struct build *build, size_t *at);

// The name of a file of a body in the public room, without its suffix: "body-asu". Two bodies may
// differ in the case of letters alone.
struct text pages_name_of_body(const struct build *build, struct text id, const char *suffix);

// The styles that the pages of things share, in one file: "style-0123456789abcdef.css", whose name
// changes with what is in it. Empty with build->fault or errors.
struct text page_put_styles(struct build *build);

// Writes a page whose styles are in a file. False with errors in build->diagnostics.
bool page_write_linked(const struct page *page, const char *template, const struct value *value,
                       struct writer *writer);

#endif
