// SPDX-License-Identifier: MIT
// Where things are shown: addresses, relative to the document of a view. Empty where nothing shows
// the thing.

#ifndef FELLESSKAP_VIEW_ADDRESS_H
#define FELLESSKAP_VIEW_ADDRESS_H

#include "view/context.h"

struct text view_action_address(const struct view_context *context, struct text number,
                                struct arena *arena);
struct text view_case_address(const struct view_context *context, const struct known_case *known,
                              struct arena *arena);

// The folder of the site for a folder of the tree, whose plan/ and meetings/ it does not have:
// "meetings/2024-10-29-asu" → "2024-10-29-asu". A part of `home`.
struct text view_site_folder(struct text home);

// The same of a meeting's document, by the meeting's folder, its name without a suffix, and a
// fragment that may be empty. Empty where its notice has not been sent: then it is not published.
// The layout is that of the site (docs/addresses.md); names are percent-encoded.
struct text view_meeting_address(const struct view_context *context, struct text folder,
                                 struct text stem, struct text fragment, struct arena *arena);

// Where a file beside the document is in the site, percent-encoded: "2024-10-29-asu/packet.pdf".
struct text view_site_path(const struct view_context *context, struct text file,
                           struct arena *arena);

// An address that is relative to the top of the site in full, where the tree says where it is
// published; else as it is.
struct text view_site_address(const struct view_context *context, struct text address);

// The same from the document: "../2024-10-29-asu/packet.pdf".
struct text view_root_path(const struct view_context *context, struct text file,
                           struct arena *arena);

// The page of a case with a paper, by its meeting's folder; empty where that is not published.
struct text view_case_page(const struct view_context *context, struct text folder,
                           struct text number, struct arena *arena);

// A page of a plan that references may mean, "index" or "tiltak-1.6.1", and a place in it.
struct text view_plan_page(const struct view_context *context, const struct plan *plan,
                           struct text stem, struct text fragment, struct arena *arena);

// The fragment of a case's heading in the packet: "sak-42-24"; in Markdown the one that forges make
// of the heading "Sak 42/24", "sak-4224".
struct text view_case_anchor(const struct view_context *context, struct text number,
                             struct arena *arena);

// The address of what a link of our schemes names: for prose_links, the first member of a view.
// organ: and person: are shown by their words alone.
struct text view_link_address(const struct prose_links *links, struct text url,
                              struct arena *arena);

#endif
