// SPDX-License-Identifier: MIT
// What feeds tell of a meeting, of what was decided in a case, and of a status note.

#ifndef FELLESSKAP_VIEW_SITE_FEED_ENTRIES_H
#define FELLESSKAP_VIEW_SITE_FEED_ENTRIES_H

#include "model/meeting/approval.h"
#include "view/decisions/decisions.h"
#include "view/site/feed.h"

// A meeting whose notice has been sent, with its agenda. `approval` (NULL: none) is that of its
// minutes.
struct feed_entry feed_meeting(const struct view_context *context, const struct meeting *meeting,
                               const struct approval *approval);

// A case that something was decided in: `count` decisions that follow each other in the register.
// What is late is not told, as that depends on the day.
struct feed_entry feed_case(const struct view_context *context, const struct decision *decisions,
                            size_t count);

// A status note on a plan, with the actions that it tells another status of than the notes before.
// `address` is that of its page.
struct feed_entry feed_note(const struct view_context *context, const struct plan *plan,
                            const struct status_note *note, struct text address);

#endif
