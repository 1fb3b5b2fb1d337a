// SPDX-License-Identifier: MIT
// The year as a calendar. A duty recurs for some years, by a rule where it has a month or a day;
// what the rule gives and nobody works on is left out of it, and has an event of its own on the day
// to which it was moved.

#include "base/index.h"
#include "view/meeting/meeting.h"
#include "view/year/year.h"

enum { YEARS = 5, MONTHS = 12 };

struct year_calendar {
    const struct year_entries *entries;
    struct calendar_entry *items;
    size_t count;
    struct index uids; // → struct alike
};

struct alike {
    size_t count;
};

static struct calendar_entry *add(struct year_calendar *calendar) {
    calendar->items = arena_append(calendar->entries->context->arena, calendar->items,
                                   calendar->count, sizeof *calendar->items);
    return &calendar->items[calendar->count++];
}

// Of what it is and its day; of several that are alike, all but the first have a number.
static struct text uid_of(struct year_calendar *calendar, const struct text parts[], size_t count) {
    const struct view_context *context = calendar->entries->context;
    struct arena *arena = context->arena;
    struct text name = text_slug(arena, text_join(arena, parts, count, TEXT(" ")));
    // The index gives what this function itself has put there.
    struct alike *alike = (struct alike *)(uintptr_t)index_find(&calendar->uids, name);
    if (alike == NULL) {
        alike = arena_alloc(arena, sizeof *alike);
        index_add(&calendar->uids, name, alike);
    }
    if (++alike->count > 1)
        name = text_format(arena, "%.*s-%zu", TEXT_ARGS(name), alike->count);
    const struct text both[] = {name,
                                text_slug(arena, context->repository->organisation->name.text)};
    return text_join(arena, both, 2, TEXT("@"));
}

// Who, what it is about, and remarks, a line each.
static struct text description_of(const struct year_entries *entries,
                                  const struct year_entry *entry) {
    struct arena *arena = entries->context->arena;
    struct text lines[3];
    size_t count = 0;
    struct text who = year_who_words(entries->context, &entry->who);
    struct text about = year_about_words(entries->context, entry);
    struct text note = year_note(entries->context, entry);
    const struct text all[] = {who, about, note};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].size > 0)
            lines[count++] = all[i];
    return text_join(arena, lines, count, TEXT("\n"));
}

// The same words in any language.
static const struct text kind_names[YEAR_ENTRY_KINDS] = {
    [YEAR_MEETING] = TEXT_OF("møte"),    [YEAR_PROPOSAL] = TEXT_OF("forslag"),
    [YEAR_DUTY] = TEXT_OF("oppgave"),    [YEAR_PREPARATION] = TEXT_OF("forberedelse"),
    [YEAR_DECISION] = TEXT_OF("vedtak"), [YEAR_ACTION] = TEXT_OF("tiltak"),
    [YEAR_REPORT] = TEXT_OF("rapport"),
};

// What is due, or proposed, is told as such: its words are those of a case, an action, a project or
// a meeting.
static struct text summary_of(const struct view_context *context, const struct year_entry *entry) {
    const struct text words[] = {year_kind_words(context, entry->kind), entry->what};
    bool is_told = entry->kind == YEAR_DECISION || entry->kind == YEAR_ACTION ||
                   entry->kind == YEAR_REPORT || entry->kind == YEAR_PROPOSAL;
    return is_told ? text_join(context->arena, words, 2, TEXT(": ")) : entry->what;
}

// What tells it from others of its kind and day, in any language.
static struct text subject_of(const struct year_entry *entry) {
    if (entry->meeting != NULL)
        return meeting_name_of(entry->meeting->folder);
    return entry->plan != NULL ? entry->plan->committee.text : entry->what;
}

// Hours are those of a meeting that is proposed.
static void put_hours(struct calendar_entry *event, const struct year_entry *entry) {
    const struct clock_span *time = &entry->plan->time;
    event->status = CALENDAR_TENTATIVE;
    if (time->at.line == 0)
        return;
    event->start.minutes = time->from;
    if (time->to > 0)
        event->end = (struct calendar_time){entry->day.day, time->to};
}

static void add_event(struct year_calendar *calendar, const struct year_entry *entry) {
    const struct view_context *context = calendar->entries->context;
    const struct text parts[] = {
        kind_names[entry->kind],
        entry->duty != NULL ? entry->duty->id.text : TEXT(""),
        subject_of(entry),
        date_iso(context->arena, entry->day.written),
    };
    struct text uid = uid_of(calendar, parts, sizeof parts / sizeof *parts);
    struct calendar_entry *event = add(calendar);
    *event = (struct calendar_entry){
        .kind = CALENDAR_EVENT,
        .uid = uid,
        .stamp = context->created,
        .start = {entry->day.day, CALENDAR_WHOLE_DAY},
        .summary = summary_of(context, entry),
        .description = description_of(calendar->entries, entry),
    };
    if (entry->plan != NULL)
        put_hours(event, entry);
}

// --- what recurs ---

// The days of a duty in the years of the calendar.
struct days_of_duty {
    struct due_day items[YEARS * MOST_DUE_DAYS];
    size_t count;
};

static struct days_of_duty days_of(const struct duty *duty, int first_year) {
    struct days_of_duty days = {.count = 0};
    for (int year = first_year; year < first_year + YEARS && year <= LAST_YEAR; year++)
        days.count += duty_days(duty, year, &days.items[days.count]);
    return days;
}

// Whether the rule gives the day, and people work on it.
static bool is_by_rule(const struct duty *duty, const struct due_day *day, bool moved) {
    bool is_day = duty->day.month == 0 ? duty->week.week == 0 : day->written.day == duty->day.day;
    return is_day && (date_compare(day->day, day->written) != 0) == moved;
}

static struct text compact(struct arena *arena, struct date date) {
    return text_format(arena, "%04d%02d%02d", date.year, date.month, date.day);
}

// Each form is one that every reader is known to understand: none of a week is.
static struct text rule_of(const struct duty *duty, const struct days_of_duty *days,
                           struct arena *arena) {
    return text_format(arena, "FREQ=MONTHLY;INTERVAL=%d;BYMONTHDAY=%d;UNTIL=%.*s",
                       MONTHS / duty_times(duty), duty->day.month > 0 ? duty->day.day : -1,
                       TEXT_ARGS(compact(arena, days->items[days->count - 1].written)));
}

static void add_rule(struct year_calendar *calendar, const struct duty *duty,
                     const struct days_of_duty *days, size_t first) {
    const struct view_context *context = calendar->entries->context;
    struct date *except = arena_alloc(context->arena, days->count * sizeof *except);
    size_t count = 0;
    struct year_entry entry = year_duty_entry(calendar->entries, duty, days->items[first]);
    const struct text parts[] = {TEXT("årshjul"), duty->id.text};
    struct text uid = uid_of(calendar, parts, sizeof parts / sizeof *parts);
    for (size_t i = first; i < days->count; i++)
        if (is_by_rule(duty, &days->items[i], true))
            except[count++] = days->items[i].written;
    *add(calendar) = (struct calendar_entry){
        .kind = CALENDAR_EVENT,
        .uid = uid,
        .stamp = context->created,
        .start = {days->items[first].day, CALENDAR_WHOLE_DAY},
        .rule = rule_of(duty, days, context->arena),
        .except = except,
        .except_count = count,
        .summary = entry.what,
        .description = description_of(calendar->entries, &entry),
    };
}

static void add_duty(struct year_calendar *calendar, const struct duty *duty) {
    const struct year_entries *entries = calendar->entries;
    const struct days_of_duty days = days_of(duty, entries->subject->year);
    size_t first = 0;
    while (first < days.count && !is_by_rule(duty, &days.items[first], false))
        first++;
    if (first < days.count)
        add_rule(calendar, duty, &days, first);
    for (size_t i = 0; i < days.count; i++)
        if (!is_by_rule(duty, &days.items[i], false)) {
            const struct year_entry moved = year_duty_entry(entries, duty, days.items[i]);
            add_event(calendar, &moved);
        }
}

// --- all of it ---

static void add_meeting(struct year_calendar *calendar, const struct meeting *meeting) {
    struct calendar_entry event = meeting_event(calendar->entries->context, meeting);
    if (meeting->sent.date.year == 0)
        event.location = TEXT(""); // it has not been called
    *add(calendar) = event;
}

const struct calendar *year_calendar(const struct year_entries *entries) {
    const struct view_context *context = entries->context;
    const struct year_wheel *wheel = entries->subject->wheel;
    struct year_calendar made = {.entries = entries};
    struct calendar *calendar = arena_alloc(context->arena, sizeof *calendar);
    index_init(&made.uids, context->arena);
    for (size_t i = 0; i < entries->count; i++) {
        const struct year_entry *entry = &entries->items[i];
        if (entry->kind == YEAR_MEETING)
            add_meeting(&made, entry->meeting);
        else if (entry->kind != YEAR_DUTY)
            add_event(&made, entry);
    }
    for (size_t i = 0; i < wheel->duties.count; i++)
        if (year_is_for(entries, &wheel->duties.items[i].who))
            add_duty(&made, &wheel->duties.items[i]);
    *calendar = (struct calendar){
        .method = CALENDAR_NO_METHOD,
        .name = wheel->registry.title.text,
        .entries = made.items,
        .entry_count = made.count,
    };
    return calendar;
}
