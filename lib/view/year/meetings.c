// SPDX-License-Identifier: MIT

#include "view/meeting/meeting.h"
#include "view/address.h"
#include "view/year/entries.h"

static struct due_day on_day(struct date day) {
    return (struct due_day){day, day};
}

static struct scalar_list one(const struct scalar *id) {
    return (struct scalar_list){.items = (struct scalar *)(uintptr_t)id, .count = 1, .at = id->at};
}

static struct text hours_of(const struct view_context *context, const struct clock_span *time) {
    struct arena *arena = context->arena;
    struct text from = clock_text(arena, time->from);
    struct text kl = label(context->labels, TEXT("kl"));
    if (time->at.line == 0)
        return TEXT("");
    if (time->to == 0)
        return text_format(arena, "%.*s %.*s", TEXT_ARGS(kl), TEXT_ARGS(from));
    return text_format(arena, "%.*s %.*s–%.*s", TEXT_ARGS(kl), TEXT_ARGS(from),
                       TEXT_ARGS(clock_text(arena, time->to)));
}

static struct text address_of(const struct view_context *context, const struct meeting *meeting) {
    bool held = meeting->minutes.at.line > 0;
    return view_meeting_address(context, meeting->folder, held ? TEXT("minutes") : TEXT("notice"),
                                TEXT(""), context->arena);
}

// A link to it where it has been called, and otherwise that it has not.
static void add_meeting(struct year_entries *entries, const struct meeting *meeting) {
    const struct view_context *context = entries->context;
    struct text summary = meeting_summary(context, meeting);
    struct text address = address_of(context, meeting);
    struct register_link *link = arena_alloc(context->arena, sizeof *link);
    const struct text notes[] = {hours_of(context, &meeting->time),
                                 label(context->labels, TEXT("årshjul-ikke-innkalt"))};
    size_t first = notes[0].size == 0, last = meeting->sent.date.year == 0 ? 2 : 1;
    *link = (struct register_link){label(context->labels, meeting->minutes.at.line > 0
                                                              ? TEXT("protokoll")
                                                              : TEXT("møteinnkalling")),
                                   address};
    year_add(entries, (struct year_entry){
                          .kind = YEAR_MEETING,
                          .day = on_day(meeting->date.date),
                          .what = summary,
                          .who = one(&meeting->committee),
                          .about = link,
                          .about_count = address.size > 0,
                          .note = first >= last ? TEXT("")
                                                : text_join(context->arena, &notes[first],
                                                            last - first, TEXT(", ")),
                          .meeting = meeting,
                      });
}

static void add_notice(struct year_entries *entries, const struct meeting *meeting) {
    const struct view_context *context = entries->context;
    const struct scalar *caller =
        meeting->caller.text.size > 0 ? &meeting->caller : &meeting->committee;
    int days = context->repository->settings->notice_days.value;
    const struct text names[] = {TEXT("møte"), TEXT("dager")};
    const struct text values[] = {meeting_summary(context, meeting),
                                  text_format(context->arena, "%d", days)};
    year_add(entries, (struct year_entry){
                          .kind = YEAR_PREPARATION,
                          .day = day_before(meeting->date.date, days),
                          .what = label_filled(context->labels, TEXT("årshjul-innkalling"), names,
                                               values, 2, context->arena),
                          .who = one(caller),
                          .meeting = meeting,
                      });
}

void year_add_meetings(struct year_entries *entries) {
    const struct year_subject *subject = entries->subject;
    for (size_t i = 0; i < subject->meeting_count; i++) {
        const struct meeting *meeting = subject->meetings[i];
        if (meeting_is_cancelled(meeting) || meeting->date.date.year == 0)
            continue;
        add_meeting(entries, meeting);
        add_notice(entries, meeting);
    }
}

void year_add_proposals(struct year_entries *entries) {
    const struct view_context *context = entries->context;
    const struct year_subject *subject = entries->subject;
    const struct proposals left =
        proposals_left(subject->wheel, subject->meetings, subject->meeting_count, subject->year,
                       subject->today, context->arena);
    for (size_t i = 0; i < left.count; i++) {
        const struct meeting_plan *plan = left.items[i].plan;
        year_add(entries, (struct year_entry){
                              .kind = YEAR_PROPOSAL,
                              .day = on_day(left.items[i].day),
                              .what = meeting_name(context, plan->committee.text, TEXT("")),
                              .who = one(&plan->committee),
                              .note = hours_of(context, &plan->time),
                              .plan = plan,
                          });
    }
}
