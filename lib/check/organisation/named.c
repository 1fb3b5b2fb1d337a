// SPDX-License-Identifier: MIT

#include "base/message.h"
#include "check/organisation/rules.h"
#include "model/plan/due.h"

// The last time of somebody in a body.
struct last_term {
    const struct body *body;
    struct date end; // year 0: it has none
};

struct named {
    const struct repository *repository;
    struct index terms; // id of a person → struct last_term
};

static bool is_later(struct date end, struct date other) {
    return other.year != 0 && (end.year == 0 || date_compare(end, other) > 0);
}

static void add_term(struct named *named, const struct body *body,
                     const struct membership *member) {
    struct date end = member->tenure.until.date;
    // The index gives what this function itself has put there.
    struct last_term *last =
        (struct last_term *)(uintptr_t)index_find(&named->terms, member->who.text);
    if (last != NULL && !is_later(end, last->end))
        return;
    if (last == NULL) {
        last = arena_alloc(named->repository->arena, sizeof *last);
        index_add(&named->terms, member->who.text, last);
    }
    *last = (struct last_term){body, end};
}

static struct named named_in(const struct repository *repository) {
    const struct organisation *organisation = repository->organisation;
    struct named named = {.repository = repository};
    index_init(&named.terms, repository->arena);
    for (size_t i = 0; i < organisation->bodies.count; i++)
        for (size_t j = 0; j < organisation->bodies.items[i].memberships.count; j++)
            if (organisation->bodies.items[i].memberships.items[j].who.text.size > 0)
                add_term(&named, &organisation->bodies.items[i],
                         &organisation->bodies.items[i].memberships.items[j]);
    return named;
}

// Who is to do something on a day; year 0: nobody knows which.
static void check_named(const struct named *named, struct text file, const struct scalar_list *who,
                        struct date day) {
    const struct repository *repository = named->repository;
    for (size_t i = 0; i < who->count && day.year != 0; i++) {
        const struct last_term *last = index_find(&named->terms, who->items[i].text);
        if (last != NULL && last->end.year != 0 && date_compare(last->end, day) < 0)
            report(repository->diagnostics, RULE_MEMBER_AFTER_TERM, file, who->items[i].at,
                   _("the time of '%.*s' in '%.*s' ended on %s; name who has this now"),
                   TEXT_ARGS(who->items[i].text), TEXT_ARGS(last->body->id.text),
                   date_iso(repository->arena, last->end).data);
    }
}

static void check_follow_up_list(const struct named *named, struct text file,
                                 const struct follow_up *items, size_t count, struct date day) {
    for (size_t i = 0; i < count; i++)
        check_named(named, file, &items[i].who, day);
}

// On the day of the meeting.
static void check_meeting_named(const struct named *named, const struct meeting *meeting) {
    struct date day = meeting->date.date;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = &meeting->agenda.items[i];
        const struct case_paper *paper = item->paper;
        check_follow_up_list(named, meeting->source->path, item->follow_ups.items,
                             item->follow_ups.count, day);
        if (paper != NULL)
            check_follow_up_list(named, paper->source->path, paper->follow_ups.items,
                                 paper->follow_ups.count, day);
    }
}

// On the day that it is told, where it is not done.
static void check_plan_named(const struct named *named, const struct plan *plan) {
    for (size_t i = 0; i < plan->areas.count; i++)
        for (size_t j = 0; j < plan->areas.items[i].goals.count; j++) {
            const struct action_items *actions = &plan->areas.items[i].goals.items[j].actions;
            for (size_t k = 0; k < actions->count; k++)
                if (!action_is_closed(&actions->items[k]))
                    check_named(named, plan->source->path, &actions->items[k].owners,
                                named->repository->today);
        }
}

// On the day on which the file was gone through, or on its last one.
static void check_duties_named(const struct named *named, const struct year_wheel *wheel) {
    struct text file = wheel->registry.source->path;
    for (size_t i = 0; i < wheel->duties.count; i++) {
        const struct duty *duty = &wheel->duties.items[i];
        struct date day = wheel->registry.as_of.date, to = duty->to.date;
        if (to.year != 0 && date_compare(to, day) < 0)
            day = to;
        check_named(named, file, &duty->who, day);
        for (size_t j = 0; j < duty->preparations.count; j++)
            check_named(named, file, &duty->preparations.items[j].who, day);
    }
}

void check_named_people(const struct repository *repository) {
    if (repository->organisation == NULL || repository->organisation->source->broken)
        return;
    const struct named named = named_in(repository);
    for (size_t i = 0; i < repository->meetings.count; i++)
        check_meeting_named(&named, repository->meetings.items[i]);
    for (size_t i = 0; i < repository->plans.count; i++)
        check_plan_named(&named, repository->plans.items[i]);
    if (repository->year != NULL && !repository->year->registry.source->broken)
        check_duties_named(&named, repository->year);
}
