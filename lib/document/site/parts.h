// SPDX-License-Identifier: MIT
// The header of document/site/: what a site has beside its documents and pages, for programs that
// follow, find and serve it.

#ifndef FELLESSKAP_DOCUMENT_SITE_PARTS_H
#define FELLESSKAP_DOCUMENT_SITE_PARTS_H

#include "document/build/build.h"

// Puts the calendars of the meetings whose notices are public. False with build->fault or errors.
bool build_calendars(struct build *build);

// Puts the feeds of the public pages, whose names build->feeds has then. False with build->fault or
// errors.
bool build_feeds(struct build *build);

// Puts sitemap.xml, where the tree says where it is published, and _headers, unless the tree has
// its own. After all pages. False with build->fault or errors.
bool build_for_web(struct build *build);

// The program that makes the index of the search; empty where it is not installed.
struct text search_program(struct arena *arena);

// Puts the index of the public pages, and what the search box asks for, where build->search is a
// program. After all pages. False with build->fault or errors.
bool build_search(struct build *build);

#endif
