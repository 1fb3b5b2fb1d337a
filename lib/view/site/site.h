// SPDX-License-Identifier: MIT
// The page that lists all documents of a site.

#ifndef FELLESSKAP_VIEW_SITE_SITE_H
#define FELLESSKAP_VIEW_SITE_SITE_H

#include "view/site/feed.h"

// A file of a document.
struct site_format {
    const char *name; // "pdf"
    struct text path; // in the site: "2024-10-29-asu/packet.pdf"
    int64_t bytes;
    bool has_attachments; // the PDFs that are attached are in it
};

struct site_document {
    const char *label; // "sakspapirer", before the title where both are there; or NULL
    struct text title; // may be empty
    struct text plan;  // of a status as it is, where there are several plans; or empty
    bool is_status;    // of a plan on a day, or as it is where the day has no year
    struct date day;
    bool is_draft;               // minutes that are not approved
    struct text page;            // its HTML; empty: there is none
    struct text pages;           // where each of its actions has a page; empty: nowhere
    struct site_format *formats; // the others
    size_t format_count;
};

struct site_documents {
    struct site_document *items;
    size_t count;
};

struct site_meeting {
    struct date date;
    struct text committee;
    bool is_cancelled;
    bool is_draft;    // its notice has not been sent
    struct text page; // of the meeting, in the site; empty: it has none
    struct site_documents documents;
};

struct site_list {
    struct site_documents strategies;
    struct site_documents plans;
    struct site_documents grants;
    struct site_documents registers;
    struct site_documents lists;   // the registers of plan/
    struct site_meeting *meetings; // the newest first
    size_t meeting_count;
    const struct feed *feeds;
    size_t feed_count;
    bool has_search;
    bool has_drafts; // it is the list of the drafts
};

// The view "flyttet" of docs/views.md: a page at a former address. `path` is where the document is
// now, in the site.
struct value site_moved_value(const struct view_context *view, const struct site_document *document,
                              struct text path);

// A list of documents with their formats, and whether it has any.
void site_put_documents(const struct view_context *view, struct map_builder *map, struct text key,
                        struct text has, const struct site_documents *documents);

// The view "oversikt" of docs/views.md.
struct value site_value(const struct view_context *view, const struct site_list *list);

#endif
