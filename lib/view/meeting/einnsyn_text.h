// SPDX-License-Identifier: MIT
// Prose as eInnsyn takes it.

#ifndef FELLESSKAP_VIEW_MEETING_EINNSYN_TEXT_H
#define FELLESSKAP_VIEW_MEETING_EINNSYN_TEXT_H

#include "view/view.h"

// A text as plain lines; what it embeds is written out.
struct text einnsyn_text(const struct view_context *context, const struct prose *prose);

#endif
