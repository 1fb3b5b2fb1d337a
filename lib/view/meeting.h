// SPDX-License-Identifier: MIT
// The documents of a meeting before it is held: the notice, and the packet with all case papers.

#ifndef FELLESSKAP_VIEW_MEETING_H
#define FELLESSKAP_VIEW_MEETING_H

#include "base/calendar.h"
#include "view/view.h"

// The view "møteinnkalling" of docs/views.md.
struct value notice_value(const struct view *view, const struct meeting *meeting);

// The meeting as an event, with the agenda as its description: to be published, or as an invitation
// (a cancellation where it is cancelled) to those who are called. view->created is when it was
// made.
const struct calendar *notice_calendar(const struct view *view, const struct meeting *meeting,
                                       enum calendar_method method);

// The view "sakspapirer": the notice and the cases. The meeting was read with its bodies.
struct value packet_value(const struct view *view, const struct meeting *meeting);

// Puts the members of the notice into `map`, which has room for NOTICE_MEMBERS more; `dokument` and
// the label of the title are given.
enum { NOTICE_MEMBERS = 40 };
void notice_put(const struct view *view, const struct meeting *meeting, const char *document,
                struct text title_label, struct map_builder *map);

// "Leder ASU / nestleder ASU": the short names with a slash between, and whether there are any.
void meeting_put_responsible(const struct view *view, struct map_builder *map, struct view_key key,
                             const struct scalar_list *ids, struct arena *arena);

#endif
