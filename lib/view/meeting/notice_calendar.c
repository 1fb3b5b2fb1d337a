// SPDX-License-Identifier: MIT

#include "view/meeting/meeting.h"

#include "base/writer.h"
#include "model/organisation/addressees.h"

// "asu-5-24@helsefellesskapet-i-sondre-trondelag": the same whatever becomes of time and place. A
// meeting without a number has only its day.
static struct text event_uid(const struct view_context *context, const struct meeting *meeting) {
    struct arena *arena = context->arena;
    struct text number =
        meeting->number.text.size > 0 ? meeting->number.text : date_iso(arena, meeting->date.date);
    struct text name =
        text_join(arena, (struct text[]){meeting->committee.text, number}, 2, TEXT(" "));
    const struct text parts[] = {
        text_slug(arena, name),
        text_slug(arena, context->repository->organisation->name.text),
    };
    return text_join(arena, parts, 2, TEXT("@"));
}

struct text meeting_name(const struct view_context *context, struct text committee,
                         struct text number) {
    const struct text names[] = {TEXT("nr"), TEXT("utvalg")};
    const struct text values[] = {
        number, organisation_short_name(context->repository->organisation, committee)};
    struct text key = number.size > 0 ? TEXT("kalender-møte") : TEXT("kalender-møte-uten-nr");
    return label_filled(context->labels, key, names, values, sizeof names / sizeof *names,
                        context->arena);
}

struct text meeting_summary(const struct view_context *context, const struct meeting *meeting) {
    struct text summary = meeting_name(context, meeting->committee.text, meeting->number.text);
    if (!meeting_is_cancelled(meeting))
        return summary;
    const struct text name_of_meeting = TEXT_OF("møte");
    return label_filled(context->labels, TEXT("kalender-avlyst"), &name_of_meeting, &summary, 1,
                        context->arena);
}

static void write_change(struct writer *writer, const struct view_context *context,
                         struct text what, const struct meeting_change *change) {
    struct text date = label_date(context->labels, change->date.date, context->arena);
    writer_put(writer, label(context->labels, what));
    writer_byte(writer, ' ');
    writer_put(writer, date);
    writer_put(writer, TEXT(": "));
    writer_put(writer, change->change.text);
    writer_byte(writer, '\n');
}

static struct text text_of(const struct value *map, struct text key) {
    const struct value *value = value_find(map, key);
    return value != NULL && value->kind == VALUE_TEXT ? value->text : TEXT("");
}

// The words of prose, each further line set in as the first is by what comes before it.
static void write_prose(struct writer *writer, const struct view_context *context,
                        const struct value *value, size_t indent) {
    struct text rest = prose_plain(value->prose, false, context->arena);
    for (bool first = true; rest.data != NULL; first = false) {
        if (!first)
            writer_repeat(writer, ' ', indent);
        writer_put(writer, text_cut(&rest, '\n'));
        writer_byte(writer, '\n');
    }
}

static void write_points(struct writer *writer, const struct view_context *context,
                         const struct value *item) {
    const struct value *points = value_find(item, TEXT("punkter"));
    for (size_t i = 0; points != NULL && i < points->list.count; i++) {
        struct value point = value_list_item(points, i, context->arena);
        const struct value *words = value_find(&point, TEXT("punkt"));
        writer_put(writer, TEXT("  • "));
        write_prose(writer, context, words, 4);
    }
}

// "13.00–13.20 Sak 41/24: Godkjenning – av møteboka", and its points on lines of their own.
static void write_item(struct writer *writer, const struct view_context *context,
                       const struct value *item) {
    struct text clock = text_of(item, TEXT("kl")), number = text_of(item, TEXT("sak"));
    struct text subtitle = text_of(item, TEXT("undertittel"));
    struct text basis = text_of(item, TEXT("unntatt"));
    writer_put(writer, clock);
    if (clock.size > 0)
        writer_byte(writer, ' ');
    if (number.size > 0) {
        writer_put(writer, label(context->labels, TEXT("sak-nr")));
        writer_byte(writer, ' ');
        writer_put(writer, number);
        writer_put(writer, TEXT(": "));
    }
    writer_put(writer, text_of(item, TEXT("tittel")));
    if (subtitle.size > 0) {
        writer_put(writer, TEXT(" – "));
        writer_put(writer, subtitle);
    }
    if (basis.size > 0) {
        writer_put(writer, TEXT(" ("));
        writer_put(writer, label(context->labels, TEXT("unntatt")));
        writer_put(writer, TEXT(", "));
        writer_put(writer, basis);
        writer_byte(writer, ')');
    }
    writer_byte(writer, '\n');
    write_points(writer, context, item);
}

static struct text event_description(const struct view_context *context,
                                     const struct meeting *meeting) {
    struct value notice = notice_value(context, meeting);
    const struct value *agenda = value_find(&notice, TEXT("saksliste"));
    struct writer writer;
    writer_to_memory(&writer, context->arena);
    if (meeting_is_cancelled(meeting))
        write_change(&writer, context, TEXT("møte-avlyst"), &meeting->cancelled);
    for (size_t i = 0; i < meeting->changes.count; i++)
        write_change(&writer, context, TEXT("møte-endret"), &meeting->changes.items[i]);
    const struct value *remark = value_find(&notice, TEXT("merknad"));
    if (remark != NULL && remark->kind == VALUE_PROSE)
        write_prose(&writer, context, remark, 0);
    if (writer.used > 0)
        writer_byte(&writer, '\n');
    writer_put(&writer, label(context->labels, TEXT("saksliste")));
    writer_put(&writer, TEXT(":\n"));
    for (size_t i = 0; i < agenda->list.count; i++) {
        struct value item = value_list_item(agenda, i, context->arena);
        write_item(&writer, context, &item);
    }
    return text_trim(writer_text(&writer));
}

static struct calendar_party calendar_party(const struct party *party) {
    return (struct calendar_party){party->name, party->email, party->body != NULL};
}

static void put_parties(struct calendar_entry *event, const struct view_context *context,
                        const struct meeting *meeting, bool with_attendees) {
    const struct organisation *organisation = context->repository->organisation;
    const struct party *caller = organisation_party(organisation, meeting->caller.text);
    size_t count;
    if (caller != NULL)
        event->organiser = calendar_party(caller);
    if (!with_attendees)
        return;
    const struct party **parties =
        organisation_addressees(organisation, &meeting->invited, context->arena, &count);
    struct calendar_party *attendees = arena_alloc(context->arena, count * sizeof *attendees);
    for (size_t i = 0; i < count; i++)
        attendees[i] = calendar_party(parties[i]);
    event->attendees = attendees;
    event->attendee_count = count;
}

// When the meeting ends, as far as anybody knows; year 0 where nobody does.
static struct calendar_time event_end(const struct meeting *meeting) {
    struct calendar_time end = {meeting->date.date, meeting->time.to};
    if (end.minutes == 0 && meeting_has_minutes(meeting))
        end.minutes = meeting->agenda.items[meeting->agenda.count - 1].to;
    return end.minutes == 0 ? (struct calendar_time){{0, 0, 0}, 0} : end;
}

struct calendar_entry meeting_event(const struct view_context *context,
                                    const struct meeting *meeting) {
    bool cancelled = meeting_is_cancelled(meeting);
    return (struct calendar_entry){
        .kind = CALENDAR_EVENT,
        .uid = event_uid(context, meeting),
        .stamp = context->created,
        .sequence = (int)meeting->changes.count + cancelled,
        .start = {meeting->date.date, meeting->time.from},
        .end = event_end(meeting),
        .status = cancelled ? CALENDAR_CANCELLED : CALENDAR_CONFIRMED,
        .summary = meeting_summary(context, meeting),
        .location = meeting->place.text,
    };
}

struct calendar_entry notice_event(const struct view_context *context,
                                   const struct meeting *meeting) {
    struct calendar_entry event = meeting_event(context, meeting);
    event.description = event_description(context, meeting);
    return event;
}

const struct calendar *notice_calendar(const struct view_context *context,
                                       const struct meeting *meeting, enum calendar_method method) {
    struct calendar_entry *event = arena_alloc(context->arena, sizeof *event);
    struct calendar *calendar = arena_alloc(context->arena, sizeof *calendar);
    *event = notice_event(context, meeting);
    put_parties(event, context, meeting, method == CALENDAR_REQUEST);
    if (method == CALENDAR_REQUEST && meeting_is_cancelled(meeting))
        method = CALENDAR_CANCEL;
    if (method == CALENDAR_PUBLISH && event->organiser.email.size == 0)
        method = CALENDAR_NO_METHOD; // RFC 5546: who publishes is named
    *calendar = (struct calendar){.method = method, .entries = event, .entry_count = 1};
    return calendar;
}
