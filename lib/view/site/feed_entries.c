// SPDX-License-Identifier: MIT

#include "view/site/feed_entries.h"

#include "model/plan/title.h"
#include "model/status/history.h"
#include "view/address.h"
#include "view/meeting/meeting.h"

static struct date later(struct date a, struct date b) {
    return date_compare(a, b) < 0 ? b : a;
}

static void add(struct text_list *list, struct text text, struct arena *arena) {
    if (text.size > 0)
        text_list_add(list, text, arena);
}

static void add_lines(struct text_list *list, struct text text, struct arena *arena) {
    while (text.data != NULL)
        add(list, text_trim(text_cut(&text, '\n')), arena);
}

static void add_body(struct text_list *bodies, const struct organisation *organisation,
                     struct text id, struct arena *arena) {
    for (size_t i = 0; i < bodies->count; i++)
        if (text_equal(bodies->items[i], id))
            return;
    if (index_find(&organisation->body_ids, id) != NULL)
        add(bodies, id, arena);
}

// "tirsdag 29. oktober 2024 kl. 13.00, Rådhuset"
static struct text when_and_where(const struct view_context *context,
                                  const struct calendar_entry *event) {
    struct arena *arena = context->arena;
    struct text day = label_weekday_date(context->labels, event->start.date, arena);
    struct text clock = clock_text(arena, event->start.minutes);
    return text_format(arena, "%.*s %.*s\u00a0%.*s%s%.*s", TEXT_ARGS(day),
                       TEXT_ARGS(label(context->labels, TEXT("kl"))), TEXT_ARGS(clock),
                       event->location.size > 0 ? ", " : "", TEXT_ARGS(event->location));
}

struct feed_entry feed_meeting(const struct view_context *context, const struct meeting *meeting,
                               const struct approval *approval) {
    struct arena *arena = context->arena;
    const struct calendar_entry event = notice_event(context, meeting);
    const struct minutes *minutes = &meeting->minutes;
    struct feed_entry entry = {
        .kind = FEED_MEETINGS,
        .name = event.uid,
        .title = text_format(arena, "%.*s, %.*s", TEXT_ARGS(event.summary),
                             TEXT_ARGS(label_date(context->labels, event.start.date, arena))),
        .committee = meeting->committee.text,
        .language = context->language,
        .published = meeting->sent.date,
        .updated = meeting_last_change(meeting),
        .address = view_meeting_address(context, meeting->folder, TEXT("notice"), TEXT(""), arena),
    };
    if (minutes->at.line > 0)
        entry.updated =
            later(entry.updated, later(meeting->date.date, minutes->approved.date.date));
    if (approval != NULL)
        entry.updated = later(entry.updated, approval->date);
    add(&entry.paragraphs, when_and_where(context, &event), arena);
    add_lines(&entry.paragraphs, event.description, arena);
    add_body(&entry.bodies, context->repository->organisation, entry.committee, arena);
    return entry;
}

// "asu-42-24@helsefellesskapet-…"; of an item without a number by its day and title.
static struct text case_name(const struct view_context *context, const struct decision *decision) {
    struct arena *arena = context->arena;
    struct text number = decision->paper->number.text;
    struct text committee = decision->meeting->committee.text;
    struct text name =
        number.size > 0
            ? repository_case_in_full(context->repository, committee, number,
                                      decision->meeting->folder)
            : text_format(arena, "%.*s %.*s", TEXT_ARGS(meeting_name_of(decision->meeting->folder)),
                          TEXT_ARGS(decision->paper->title.text));
    struct text organisation = context->repository->organisation->name.text;
    return text_format(arena, "%.*s@%.*s", TEXT_ARGS(text_slug(arena, name)),
                       TEXT_ARGS(text_slug(arena, organisation)));
}

// "ASU sak 42/24: Tittel"
static struct text case_title(const struct view_context *context, const struct decision *decision) {
    struct arena *arena = context->arena;
    const struct case_paper *paper = decision->paper;
    struct text committee = organisation_short_name(context->repository->organisation,
                                                    decision->meeting->committee.text);
    if (paper->number.text.size == 0)
        return text_format(arena, "%.*s: %.*s", TEXT_ARGS(committee), TEXT_ARGS(paper->title.text));
    return text_format(arena, "%.*s %.*s\u00a0%.*s: %.*s", TEXT_ARGS(committee),
                       TEXT_ARGS(label(context->labels, TEXT("sak"))),
                       TEXT_ARGS(paper->number.text), TEXT_ARGS(paper->title.text));
}

// A state that no day changes.
static bool is_settled(enum decision_state state) {
    return state != DECISION_MADE && state != DECISION_OPEN && state != DECISION_OVERDUE;
}

// "Prosjektlederne, 1. mai 2025. Utført 3. april 2025."
static struct text follow_up_words(const struct view_context *context,
                                   const struct decision *decision) {
    struct arena *arena = context->arena;
    struct text parts[3];
    size_t count = 0;
    if (decision->follow_up != NULL) {
        struct text deadline = decision_deadline(context, decision, arena);
        parts[count++] = decision_who(context, decision, arena);
        if (deadline.size > 0)
            parts[count++] = deadline;
    }
    if (is_settled(decision->state))
        parts[count++] = decision_status(context, decision);
    return text_join(arena, parts, count, TEXT(" · "));
}

static void add_decision(const struct view_context *context, const struct decision *decision,
                         bool is_new, struct feed_entry *entry) {
    struct arena *arena = context->arena;
    const struct follow_up *follow_up = decision->follow_up;
    struct text wording = decision_wording(context, decision, arena);
    if (is_new && decision->point.size > 0)
        wording = text_format(arena, "%.*s. %.*s", TEXT_ARGS(decision->point), TEXT_ARGS(wording));
    if (is_new)
        add_lines(&entry->paragraphs, wording, arena);
    add(&entry->paragraphs, follow_up_words(context, decision), arena);
    for (size_t i = 0; follow_up != NULL && i < follow_up->who.count; i++)
        add_body(&entry->bodies, context->repository->organisation, follow_up->who.items[i].text,
                 arena);
    if (decision->state == DECISION_DONE)
        entry->updated = later(entry->updated, decision_done_on(context, decision));
}

// The page of the case; of an item without a number, or without a paper, the minutes.
static struct text case_address(const struct view_context *context,
                                const struct decision *decision) {
    const struct meeting *meeting = decision->meeting;
    struct text number = decision->paper->number.text;
    if (number.size > 0 && decision->paper->source != NULL)
        return view_case_page(context, meeting->folder, number, context->arena);
    return view_meeting_address(context, meeting->folder, TEXT("minutes"), TEXT(""),
                                context->arena);
}

struct feed_entry feed_case(const struct view_context *context, const struct decision *decisions,
                            size_t count) {
    const struct meeting *meeting = decisions->meeting;
    struct text address = case_address(context, decisions);
    struct feed_entry entry = {
        .kind = FEED_DECISIONS,
        .name = case_name(context, decisions),
        .title = case_title(context, decisions),
        .committee = meeting->committee.text,
        .language = context->language,
        .published = meeting->date.date,
        .updated = meeting->date.date,
        .address = address.size > 0 ? address : TEXT("decisions.html"),
    };
    add_body(&entry.bodies, context->repository->organisation, entry.committee, context->arena);
    for (size_t i = 0; i < count; i++)
        add_decision(context, &decisions[i],
                     i == 0 || !text_equal(decisions[i].point, decisions[i - 1].point), &entry);
    return entry;
}

// "1.2.1 Tittel: pågår (før: ikke startet)"
static struct text change_words(const struct view_context *context, const struct action *action,
                                const struct reported_action *now,
                                const struct reported_action *before) {
    struct arena *arena = context->arena;
    struct text words = view_status_words(context, &now->status);
    struct text title = action_title(action, arena);
    struct text earlier = before == NULL || before->status.index < 0
                              ? TEXT("")
                              : text_format(arena, " (%.*s %.*s)",
                                            TEXT_ARGS(label(context->labels, TEXT("strøm-før"))),
                                            TEXT_ARGS(view_status_words(context, &before->status)));
    return text_format(arena, "%.*s %.*s: %.*s%.*s", TEXT_ARGS(now->number.text), TEXT_ARGS(title),
                       TEXT_ARGS(words), TEXT_ARGS(earlier));
}

static void add_changes(const struct view_context *context, const struct plan *plan,
                        const struct status_note *note, struct feed_entry *entry) {
    struct arena *arena = context->arena;
    const struct status_notes *notes = &context->repository->notes;
    const struct date day = note->date.date;
    const struct last_report *now = last_reports(plan, notes, day, arena);
    const struct last_report *before = last_reports(plan, notes, date_days_earlier(day, 1), arena);
    struct plan_walk walk = {.plan = plan};
    for (const struct action *action; (action = plan_next_action(&walk)) != NULL;) {
        const struct reported_action *told = now[action->order].action;
        const struct reported_action *earlier = before[action->order].action;
        if (now[action->order].note != note || told->status.index < 0 ||
            (earlier != NULL && earlier->status.place == told->status.place))
            continue;
        add(&entry->paragraphs, change_words(context, action, told, earlier), arena);
    }
}

struct feed_entry feed_note(const struct view_context *context, const struct plan *plan,
                            const struct status_note *note, struct text address) {
    struct arena *arena = context->arena;
    struct text day = label_date(context->labels, note->date.date, arena);
    struct text organisation = context->repository->organisation->name.text;
    struct text own = note->title.text;
    struct feed_entry entry = {
        .kind = FEED_PLAN,
        .name = text_format(arena, "%.*s@%.*s", TEXT_ARGS(text_slug(arena, address)),
                            TEXT_ARGS(text_slug(arena, organisation))),
        .title = own.size > 0
                     ? own
                     : text_format(arena, "%.*s %.*s",
                                   TEXT_ARGS(label(context->labels, TEXT("status-tittel"))),
                                   TEXT_ARGS(day)),
        .committee = note->owner.text,
        .language = context->language,
        .published = note->date.date,
        .updated = note->date.date,
        .address = address,
    };
    add(&entry.paragraphs, plan == NULL ? TEXT("") : plan->title.text, arena);
    add_lines(&entry.paragraphs, prose_plain(&note->text, false, arena), arena);
    if (plan != NULL)
        add_changes(context, plan, note, &entry);
    add_body(&entry.bodies, context->repository->organisation, entry.committee, arena);
    return entry;
}
