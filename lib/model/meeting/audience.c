// SPDX-License-Identifier: MIT

#include "model/meeting/audience.h"

const char *const audience_names[] = {"public", "members", NULL};

static bool has_exempt_attachment(const struct case_paper *paper) {
    for (size_t i = 0; i < paper->attachments.count; i++)
        if (is_exempt(&paper->attachments.items[i].exemption))
            return true;
    return false;
}

static void hide_attachments(struct case_paper *paper, struct arena *arena) {
    size_t count = paper->attachments.count;
    struct attachment *items = arena_alloc(arena, count * sizeof *items);
    for (size_t i = 0; i < count; i++) {
        const struct attachment *whole = &paper->attachments.items[i];
        items[i] = *whole;
        if (is_exempt(&whole->exemption))
            items[i] = (struct attachment){
                .title = whole->exemption.public_title,
                .exemption = whole->exemption,
            };
    }
    paper->attachments.items = items;
}

const struct case_paper *case_paper_for(const struct case_paper *paper, enum audience audience,
                                        struct arena *arena) {
    bool exempt = is_exempt(&paper->exemption);
    if (audience == AUDIENCE_MEMBERS || (!exempt && !has_exempt_attachment(paper)))
        return paper;
    struct case_paper *shown = arena_alloc(arena, sizeof *shown);
    if (exempt) {
        *shown = (struct case_paper){
            .source = paper->source,
            .number = paper->number,
            .title = paper->exemption.public_title,
            .exemption = paper->exemption,
            .type = {-1, {0, 0}},
            .body_is_read = paper->body_is_read,
        };
    } else {
        *shown = *paper;
        hide_attachments(shown, arena);
    }
    return shown;
}

static struct agenda_item item_in_public(const struct agenda_item *item, struct arena *arena) {
    const struct exemption *exemption = agenda_item_exemption(item);
    struct agenda_item shown = *item;
    if (item->paper != NULL)
        shown.paper = case_paper_for(item->paper, AUDIENCE_PUBLIC, arena);
    if (!is_exempt(exemption))
        return shown;
    return (struct agenda_item){
        .case_number = item->case_number,
        .minutes = item->minutes,
        .group = item->group,
        .fixed_start = item->fixed_start,
        .title = item->exemption.public_title,
        .exemption = item->exemption,
        .at = item->at,
        .paper = shown.paper,
        .from = item->from,
        .to = item->to,
    };
}

const struct meeting *meeting_for(const struct meeting *meeting, enum audience audience,
                                  struct arena *arena) {
    if (audience == AUDIENCE_MEMBERS || !meeting_has_exempt(meeting))
        return meeting;
    struct meeting *shown = arena_alloc(arena, sizeof *shown);
    *shown = *meeting;
    shown->agenda.items = arena_alloc(arena, meeting->agenda.count * sizeof *shown->agenda.items);
    for (size_t i = 0; i < meeting->agenda.count; i++)
        shown->agenda.items[i] = item_in_public(&meeting->agenda.items[i], arena);
    return shown;
}

bool meeting_has_exempt(const struct meeting *meeting) {
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = &meeting->agenda.items[i];
        if (is_exempt(agenda_item_exemption(item)) ||
            (item->paper != NULL && has_exempt_attachment(item->paper)))
            return true;
    }
    return false;
}
