// SPDX-License-Identifier: MIT
// The header of view/meeting/, the documents of a meeting: the notice, the packet with all case
// papers, and the minutes.

#ifndef FELLESSKAP_VIEW_MEETING_MEETING_H
#define FELLESSKAP_VIEW_MEETING_MEETING_H

#include "base/calendar.h"

#include "model/meeting/approval.h"
#include "view/view.h"

// The view "møteinnkalling" of docs/views.md.
struct value notice_value(const struct view_context *context, const struct meeting *meeting);

// "Møte 5/24 i ASU", or without its number, where that is empty: "Møte i ASU".
struct text meeting_name(const struct view_context *context, struct text committee,
                         struct text number);

// The same of a meeting, and where it is so, that it is cancelled.
struct text meeting_summary(const struct view_context *context, const struct meeting *meeting);

// The meeting as an event without its agenda and those who are called; the same name in every
// calendar.
struct calendar_entry meeting_event(const struct view_context *context,
                                    const struct meeting *meeting);

// The same with the agenda as its description.
struct calendar_entry notice_event(const struct view_context *context,
                                   const struct meeting *meeting);

// The meeting as an event, with the agenda as its description: to be published, or as an invitation
// (a cancellation where it is cancelled) to those who are called. context->created is when it was
// made.
const struct calendar *notice_calendar(const struct view_context *context,
                                       const struct meeting *meeting, enum calendar_method method);

// The view "sakspapirer": the notice and the cases. The meeting was read with its bodies.
struct value packet_value(const struct view_context *context, const struct meeting *meeting);

// Of it, a case.
struct value packet_case_value(const struct view_context *context, const struct meeting *meeting,
                               const struct case_paper *paper, struct arena *arena);

// The view "protokoll": what came out of a meeting that was read with its bodies, and has minutes.
// `approval` as approval_find() has it; one on a later day than `today` (year 0: any) does not
// count. With `changes`, what a decision changes in its proposal.
struct minutes_choice {
    const struct approval *approval;
    struct date today;
    bool changes;
};
struct value minutes_value(const struct view_context *context, const struct meeting *meeting,
                           const struct minutes_choice *choice);

// Of it, an item of the agenda.
struct value minutes_case_value(const struct view_context *context, const struct meeting *meeting,
                                const struct agenda_item *item, bool changes);

// Puts the members of the notice into `map`; `dokument` and the label of the title are given.
void notice_put(const struct view_context *context, const struct meeting *meeting,
                const char *document, struct text title_label, struct map_builder *map);

// What a document of a meeting says at its head.
struct meeting_head {
    const char *document; // the value of dokument
    struct text title_label;
    struct clock_span time;
    const struct prose *remark;
};

void meeting_put_head(const struct view_context *context, const struct meeting *meeting,
                      const struct meeting_head *head, struct map_builder *map);

// The list "oppfølging" of a case, and whether there is any.
void meeting_put_follow_ups(const struct view_context *context, const struct case_paper *paper,
                            struct map_builder *map, struct arena *arena);

// Who was at a meeting that has minutes, as lists and as a table.
void meeting_put_attendees(const struct view_context *context, const struct meeting *meeting,
                           struct map_builder *map);

// Whose place a deputy took, as it goes on within a sentence: a role begins with a small letter.
struct text meeting_place_taken(const struct view_context *context, struct text id,
                                struct arena *arena);

// The list "saksgang" of a case, and whether there is any: the bodies that have had it, by the
// cases that it follows, this meeting, and those that the paper names.
void meeting_put_way(const struct view_context *context, const struct meeting *meeting,
                     const struct case_paper *paper, struct map_builder *map);

// "Leder ASU / nestleder ASU": the short names with a slash between, and whether there are any.
void meeting_put_responsible(const struct view_context *context, struct map_builder *map,
                             struct view_key key, const struct scalar_list *ids,
                             struct arena *arena);

#endif
