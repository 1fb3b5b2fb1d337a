// SPDX-License-Identifier: MIT

#include "check/organisation/rules.h"

#include "base/message.h"
#include "check/fix/membership.h"
#include "model/organisation/members.h"

static void check_order(const struct repository *repository, const struct tenure *tenure) {
    if (tenure->from.date.year != 0 && tenure->until.date.year != 0 &&
        date_compare(tenure->from.date, tenure->until.date) > 0)
        report(repository->diagnostics, RULE_TENURE, repository->organisation->source->path,
               tenure->until.at, _("the last day, %s, is before the first, %s"),
               date_iso(repository->arena, tenure->until.date).data,
               date_iso(repository->arena, tenure->from.date).data);
}

// Of two that follow each other. `what` is who or what they are of.
static void check_joint(const struct repository *repository, const struct tenure *first,
                        const struct tenure *second, struct position at, struct text what) {
    struct diagnostics *diagnostics = repository->diagnostics;
    struct text file = repository->organisation->source->path;
    struct date end = first->until.date, begin = second->from.date;
    if (end.year == 0 || begin.year == 0 || date_compare(begin, end) <= 0)
        report(diagnostics, RULE_TENURE, file, at,
               _("the time of '%.*s' overlaps with the one before; end that with 'til', and begin "
                 "this with 'fra'"),
               TEXT_ARGS(what));
    else if (date_compare(date_next(end), begin) < 0)
        report(diagnostics, RULE_TENURE, file, at, _("nobody is '%.*s' from %s until %s"),
               TEXT_ARGS(what), date_iso(repository->arena, date_next(end)).data,
               date_iso(repository->arena, begin).data);
}

static void check_names(const struct repository *repository, const struct person *person) {
    for (size_t i = 0; i < person->names.count; i++) {
        const struct dated_name *name = &person->names.items[i];
        check_order(repository, &name->tenure);
        if (i > 0 && name->name.text.size > 0)
            check_joint(repository, &person->names.items[i - 1].tenure, &name->tenure,
                        name->name.at, person->id.text);
    }
}

// The one before of the same kind: the same person, or for those that there is one of, the role.
static const struct membership *one_before(const struct body *body, size_t index, bool by_role) {
    const struct membership *member = &body->memberships.items[index];
    for (size_t i = index; i > 0; i--) {
        const struct membership *other = &body->memberships.items[i - 1];
        if (by_role ? other->role.at.line > 0 && other->role.index == member->role.index
                    : text_equal(other->who.text, member->who.text))
            return other;
    }
    return NULL;
}

static bool is_one_alone(const struct membership *member) {
    return member->role.at.line > 0 &&
           (member->role.index == MEMBER_CHAIR || member->role.index == MEMBER_DEPUTY_CHAIR);
}

static void check_memberships(const struct repository *repository, const struct body *body) {
    for (size_t i = 0; i < body->memberships.count; i++) {
        const struct membership *member = &body->memberships.items[i];
        const struct membership *before = one_before(body, i, is_one_alone(member));
        bool overlaps = before != NULL &&
                        (before->tenure.until.date.year == 0 ||
                         date_compare(member->tenure.from.date, before->tenure.until.date) <= 0);
        check_order(repository, &member->tenure);
        if (before != NULL && (is_one_alone(member) || overlaps))
            check_joint(repository, &before->tenure, &member->tenure, member->who.at,
                        is_one_alone(member) ? text_from(member_roles[member->role.index])
                                             : member->who.text);
    }
}

static void check_seats(const struct repository *repository, const struct body *body) {
    for (size_t i = 0; i < body->seats.count; i++) {
        const struct seats *seats = &body->seats.items[i];
        int count = members_for(body, seats->represents.text, (struct date){0, 0, 0});
        if (count > seats->count.value && seats->count.value >= 0)
            report(repository->diagnostics, RULE_SEATS, repository->organisation->source->path,
                   seats->count.at,
                   _("more members of '%.*s' represent '%.*s' (%d) than it has seats for (%d)"),
                   TEXT_ARGS(body->id.text), TEXT_ARGS(seats->represents.text), count,
                   seats->count.value);
    }
}

static void check_two_ways(const struct repository *repository, const struct person *person) {
    const struct organisation *organisation = repository->organisation;
    const struct body *body = index_find(&organisation->body_ids, person->body.text);
    struct source *source = source_find(&repository->sources, organisation->source->path);
    struct fix fix;
    if (body == NULL || body->memberships.count == 0)
        return;
    report(repository->diagnostics, RULE_TWO_WAYS, organisation->source->path, person->body.at,
           _("'%.*s' lists its members itself; delete 'organ' here, and write '%.*s' below its "
             "'medlemmer' if that lacks"),
           TEXT_ARGS(body->id.text), TEXT_ARGS(person->id.text));
    if (membership_fix(&repository->sources, source, body, person, &fix))
        report_fix(repository->diagnostics, fix);
}

// --- on a day ---

static void check_vacant_seats(const struct repository *repository, const struct body *body) {
    for (size_t i = 0; i < body->seats.count; i++) {
        const struct seats *seats = &body->seats.items[i];
        int vacant =
            seats->count.value - members_for(body, seats->represents.text, repository->today);
        if (vacant > 0 && seats->represents.text.size > 0)
            report(repository->diagnostics, RULE_VACANT_SEAT,
                   repository->organisation->source->path, seats->count.at,
                   message_plural("%d seat of '%.*s' for '%.*s' is vacant on %s",
                                  "%d seats of '%.*s' for '%.*s' are vacant on %s", (size_t)vacant),
                   vacant, TEXT_ARGS(body->id.text), TEXT_ARGS(seats->represents.text),
                   date_iso(repository->arena, repository->today).data);
    }
}

static bool has_seats_for(const struct body *body, struct text represents) {
    for (size_t i = 0; i < body->seats.count; i++)
        if (text_equal(body->seats.items[i].represents.text, represents))
            return true;
    return false;
}

// Whether the same person, or somebody in the same role for the same, is there on the day.
static bool is_followed(const struct body *body, const struct membership *ended, struct date day) {
    for (size_t i = 0; i < body->memberships.count; i++) {
        const struct membership *other = &body->memberships.items[i];
        bool is_same_seat = other->role.index == ended->role.index &&
                            text_equal(other->represents.text, ended->represents.text) &&
                            date_compare(other->tenure.from.date, ended->tenure.until.date) > 0;
        if (tenure_covers(&other->tenure, day) &&
            (is_same_seat || text_equal(other->who.text, ended->who.text)))
            return true;
    }
    return false;
}

// Where seats are counted, these tell.
static void check_ended_terms(const struct repository *repository, const struct body *body) {
    for (size_t i = 0; i < body->memberships.count; i++) {
        const struct membership *member = &body->memberships.items[i];
        struct date end = member->tenure.until.date;
        if (end.year != 0 && date_compare(end, repository->today) < 0 &&
            !has_seats_for(body, member->represents.text) &&
            !is_followed(body, member, repository->today))
            report(repository->diagnostics, RULE_VACANT_SEAT,
                   repository->organisation->source->path, member->tenure.until.at,
                   _("the time of '%.*s' in '%.*s' ended on %s, and nobody follows"),
                   TEXT_ARGS(member->who.text), TEXT_ARGS(body->id.text),
                   date_iso(repository->arena, end).data);
    }
}

void check_tenures(const struct repository *repository) {
    const struct organisation *organisation = repository->organisation;
    if (organisation == NULL || organisation->source->broken)
        return;
    for (size_t i = 0; i < organisation->bodies.count; i++) {
        check_memberships(repository, &organisation->bodies.items[i]);
        check_seats(repository, &organisation->bodies.items[i]);
        if (repository->today.year != 0) {
            check_vacant_seats(repository, &organisation->bodies.items[i]);
            check_ended_terms(repository, &organisation->bodies.items[i]);
        }
    }
    for (size_t i = 0; i < organisation->persons.count; i++) {
        check_names(repository, &organisation->persons.items[i]);
        check_two_ways(repository, &organisation->persons.items[i]);
    }
}

// --- at a meeting ---

static void check_member(const struct repository *repository, const struct meeting *meeting,
                         const struct body *body, struct scalar who) {
    struct date end = {0, 0, 0};
    for (size_t i = 0; i < body->memberships.count; i++) {
        const struct membership *member = &body->memberships.items[i];
        if (!text_equal(member->who.text, who.text))
            continue;
        if (tenure_covers(&member->tenure, meeting->date.date))
            return;
        if (date_compare(member->tenure.until.date, end) > 0)
            end = member->tenure.until.date;
    }
    if (end.year != 0 && date_compare(end, meeting->date.date) < 0)
        report(repository->diagnostics, RULE_MEMBER_AFTER_TERM, meeting->source->path, who.at,
               _("'%.*s' was a member of '%.*s' until %s"), TEXT_ARGS(who.text),
               TEXT_ARGS(body->id.text), date_iso(repository->arena, end).data);
}

void check_members_at(const struct repository *repository, const struct meeting *meeting) {
    const struct organisation *organisation = repository->organisation;
    const struct body *body =
        organisation == NULL ? NULL : index_find(&organisation->body_ids, meeting->committee.text);
    const struct minutes *minutes = &meeting->minutes;
    if (body == NULL || body->memberships.count == 0 || meeting->source->broken)
        return;
    for (size_t i = 0; i < minutes->present.count; i++)
        check_member(repository, meeting, body, minutes->present.items[i].who);
    for (size_t i = 0; i < minutes->absent.count; i++)
        check_member(repository, meeting, body, minutes->absent.items[i].who);
}
