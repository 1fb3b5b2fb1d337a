// SPDX-License-Identifier: MIT
// The header of document/build/: makes the documents of an inventory, texts and workbooks here,
// PDF, DOCX and PPTX by converters, and the page that lists them.

#ifndef FELLESSKAP_DOCUMENT_BUILD_BUILD_H
#define FELLESSKAP_DOCUMENT_BUILD_BUILD_H

#include "document/build/converter.h"
#include "document/build/site.h"
#include "document/templates.h"
#include "view/site/feed.h"
#include "view/site/site.h"

struct build_options {
    bool is_without[CONVERSION_COUNT]; // by enum conversion_kind: none of these
    bool makes_some; // of the formats that are not converted those alone that are needed
    bool needs[FORMAT_COUNT];
    int processes;
    int64_t source_date;    // as in struct document_maker
    struct text templates;  // where they are installed,
    struct text converters; // and the folder of these,
    struct text schemas;    // and the schemas for editors
    // Called when `done` of `all` conversions are done; may be NULL.
    void (*progress)(void *context, size_t done, size_t all);
    void *context;
};

struct build {
    struct build_options options;
    struct repository *repository; // its diagnostics get what holds a document back
    struct rule_levels levels;
    struct site *site;
    struct diagnostics *diagnostics; // of templates and labels: with an error nothing is published
    struct arena *arena;
    struct arena *scratch; // of what is made of one output,
    struct arena output;   // and of its bytes
    struct template_folder template_folder;
    struct document_templates templates;
    const struct labels *labels[2]; // by enum language; NULL: not read yet
    struct text converters_digest;  // empty: not looked at yet
    struct conversion *conversions;
    struct site_file **converted; // the target and the bundle, or NULL, of each conversion
    size_t conversion_count;
    struct text search; // the program that makes the index of the search; empty: there is none
    struct feed *feeds; // that have been put, without their entries
    size_t feed_count;
    struct text_list held_back; // paths in the site of documents that lack what only they need
    struct text fault;          // what could not be written or read, for people
};

// Puts every file of the inventory into the site. False with build->fault, with errors in
// build->diagnostics, or where a conversion has failed, which has reported why.
bool build_documents(struct build *build, const struct inventory *inventory);

// What lists say of a document; its files are added to it.
struct site_document build_listed(const struct document *document);

// Adds a file to a list: to the last document of it, or where it `begins` one, as the first of
// that.
void build_list_file(struct build *build, struct site_documents *documents,
                     const struct site_file *file, bool begins);

// Puts the formats of each document into the order in which they are listed.
void build_sort_formats(const struct site_documents *documents);

// Puts the public pages of things, each at an address of its own, and the style sheet that they
// share. After the documents, to which they lead. False with build->fault or errors.
bool build_pages(struct build *build, const struct inventory *inventory);

// Puts the schemas, and what the tree has in web/, into the public room. False with build->fault.
bool build_extras(struct build *build);

// Puts what the documents of meetings and grants had as addresses before: a page that leads on for
// each page, and the same file for each other one. After all else. False with build->fault or
// errors.
bool build_former(struct build *build);

// Puts index.html, the page that lists the documents of a room, into it. That of the drafts lists
// those of the public room too. False with build->fault or errors.
bool build_index(struct build *build, enum room room);

// Whether a document lacks something beyond what plan-check looks at: that has been reported.
bool build_holds_back(struct build *build, const struct inventory_entry *entry);

// Puts a file of the site, as site_put() does. NULL with build->fault.
struct site_file *build_put(struct build *build, enum room room, struct text path,
                            struct text content);

// The labels of a language, which are read once; NULL after a report.
const struct labels *build_labels(struct build *build, enum language language);

// Reads a regular file: it follows no link, and waits for no pipe. False with errno set.
bool build_read_file(struct text path, struct arena *arena, struct text *content);

#endif
