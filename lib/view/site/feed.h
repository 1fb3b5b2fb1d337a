// SPDX-License-Identifier: MIT
// Feeds of a site (RFC 4287): what has been called, decided and reported, the newest first. Their
// ids, and the days on which entries were changed, follow from the tree alone.

#ifndef FELLESSKAP_VIEW_SITE_FEED_H
#define FELLESSKAP_VIEW_SITE_FEED_H

#include "view/context.h"

// Addresses are percent-encoded, relative to the top of the site.
struct feed_link {
    struct text title;
    struct text address;
};

enum feed_kind { FEED_MEETINGS, FEED_DECISIONS, FEED_PLAN, FEED_KIND_COUNT };

struct feed_entry {
    enum feed_kind kind;
    struct text name; // the same in every edition, and no other entry has it
    struct text title;
    struct text committee; // empty: it is none's
    enum language language;
    struct date published;
    struct date updated;
    struct text address;          // where it leads
    struct text_list paragraphs;  // what it says
    const struct feed_link *more; // other pages of it
    size_t more_count;
    struct text_list bodies; // whose it is, and those who have to follow it up: ids
};

struct feed {
    struct text name;  // "meetings", "body-asu": in the site, with ".atom"
    struct text title; // "Møter"
    const struct feed_entry **entries;
    size_t count;
    bool has_calendar; // of the same name
};

// No more entries are in a feed: the rest is on the pages.
enum { FEED_MOST_ENTRIES = 100 };

// The view "strøm" of docs/views.md. The entries are put in order, and the oldest left out.
struct value feed_value(const struct view_context *context, const struct feed *feed);

// Puts "strømmer" and "har-strømmer": the feeds of a site, for a page at its top.
void feed_put_links(const struct view_context *context, struct map_builder *map,
                    const struct feed *feeds, size_t count);

#endif
