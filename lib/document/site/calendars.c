// SPDX-License-Identifier: MIT
// The calendars of the site: all meetings whose notice has been sent, and those of each body.

#include "document/site/parts.h"

#include "document/build/page.h"
#include "view/meeting/meeting.h"

struct events {
    struct text body; // an id
    struct calendar_entry *items;
    size_t count;
};

struct gatherer {
    struct build *build;
    struct pages pages;
    struct events all;
    struct events *bodies; // in the order in which they come up
    size_t body_count;
};

static void add(struct events *events, const struct calendar_entry *event, struct arena *arena) {
    events->items = arena_append(arena, events->items, events->count, sizeof *events->items);
    events->items[events->count++] = *event;
}

static struct events *events_of(struct gatherer *gatherer, struct text body) {
    for (size_t i = 0; i < gatherer->body_count; i++)
        if (text_equal(gatherer->bodies[i].body, body))
            return &gatherer->bodies[i];
    gatherer->bodies = arena_append(gatherer->build->scratch, gatherer->bodies,
                                    gatherer->body_count, sizeof *gatherer->bodies);
    gatherer->bodies[gatherer->body_count] = (struct events){.body = body};
    return &gatherer->bodies[gatherer->body_count++];
}

static bool gather(struct gatherer *gatherer, const struct meeting *meeting) {
    struct build *build = gatherer->build;
    struct view_context view;
    if (!pages_view_meeting(&gatherer->pages, meeting, &view))
        return false;
    view.created = build->options.source_date >= 0 ? build->options.source_date
                                                   : date_to_seconds(meeting_last_change(meeting));
    const struct calendar_entry event = notice_event(&view, meeting);
    add(&gatherer->all, &event, build->scratch);
    add(events_of(gatherer, meeting->committee.text), &event, build->scratch);
    return true;
}

static bool gather_all(struct gatherer *gatherer) {
    size_t at = 0;
    for (const struct site_file *page; (page = pages_next(gatherer->build, &at)) != NULL;)
        if (text_is(text_from(page->entry->document.kind->name), "notice") &&
            !gather(gatherer, page->entry->document.meeting))
            return false;
    return true;
}

static bool put_calendar(struct build *build, struct text name, struct text title,
                         const struct events *events) {
    const struct calendar calendar = {
        .method = CALENDAR_NO_METHOD,
        .name = title,
        .entries = events->items,
        .entry_count = events->count,
    };
    struct writer writer;
    if (events->count == 0)
        return true;
    writer_to_memory(&writer, build->scratch);
    maker_write_calendar(&calendar, &writer);
    struct text path = text_concat(build->scratch, name, TEXT(".ics"));
    return build_put(build, ROOM_PUBLIC, path, writer_text(&writer)) != NULL;
}

static bool put_calendars(struct gatherer *gatherer, const struct page *page) {
    struct build *build = gatherer->build;
    bool good = put_calendar(build, TEXT("meetings"),
                             label(page->maker.labels, TEXT("strøm-møter")), &gatherer->all);
    for (size_t i = 0; good && i < gatherer->body_count; i++) {
        const struct events *events = &gatherer->bodies[i];
        const struct party *party =
            organisation_party(build->repository->organisation, events->body);
        good = put_calendar(build, pages_name_of_body(build, events->body, "ics"),
                            party == NULL ? events->body : party->name, events);
    }
    return good;
}

bool build_calendars(struct build *build) {
    enum language language = (enum language)build->repository->organisation->language.index;
    struct gatherer gatherer = {.build = build, .pages = {.build = build}};
    const struct page *page = pages_in(&gatherer.pages, language);
    bool good = page != NULL && gather_all(&gatherer) && put_calendars(&gatherer, page);
    arena_reset(build->scratch);
    return good;
}
