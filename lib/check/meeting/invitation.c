// SPDX-License-Identifier: MIT

#include "check/meeting/invitation.h"

#include "base/message.h"
#include "model/organisation/addressees.h"

// No step has an earlier day than the one before it.
static void check_day(const struct referrer *referrer, const struct dated *day,
                      struct date *latest) {
    if (day->date.year == 0)
        return;
    if (latest->year != 0 && date_compare(day->date, *latest) < 0)
        report(referrer->repository->diagnostics, RULE_CHANGE_DATE, referrer->file, day->at,
               _("this day is before %s, the one above it; put the days in order"),
               date_iso(referrer->repository->arena, *latest).data);
    *latest = day->date;
}

static void check_days(const struct referrer *referrer, const struct meeting *meeting) {
    struct date latest = {0, 0, 0};
    struct position at = meeting->sent.at;
    check_day(referrer, &meeting->sent, &latest);
    for (size_t i = 0; i < meeting->changes.count; i++) {
        const struct dated *day = &meeting->changes.items[i].date;
        check_day(referrer, day, &latest);
        at = day->at;
    }
    check_day(referrer, &meeting->cancelled.date, &latest);
    if (meeting->cancelled.date.at.line > 0)
        at = meeting->cancelled.date.at;
    if (latest.year != 0 && meeting->date.date.year != 0 &&
        date_compare(latest, meeting->date.date) > 0)
        report(referrer->repository->diagnostics, RULE_CHANGE_DATE, referrer->file, at,
               _("this day is after that of the meeting, %s"),
               date_iso(referrer->repository->arena, meeting->date.date).data);
}

void check_changes(const struct referrer *referrer, const struct meeting *meeting) {
    organisation_resolve(referrer->repository->organisation, meeting->caller, false, referrer->file,
                         referrer->repository->diagnostics);
    check_parties(referrer, &meeting->invited);
    check_days(referrer, meeting);
}

static void check_address(const struct referrer *referrer, struct scalar id) {
    const struct repository *repository = referrer->repository;
    struct scalar_list alone = {.items = &id, .count = 1};
    size_t count;
    if (organisation_party(repository->organisation, id.text) == NULL)
        return;
    organisation_addressees(repository->organisation, &alone, repository->arena, &count);
    if (count == 0)
        report(repository->diagnostics, RULE_NO_EMAIL, referrer->file, id.at,
               _("'%.*s' has no e-mail address; add 'epost' in plan/organisation.yaml"),
               TEXT_ARGS(id.text));
}

static void require(const struct referrer *referrer, bool given, const char *key) {
    if (!given)
        report(referrer->repository->diagnostics, RULE_MISSING_KEY, referrer->file,
               (struct position){1, 1}, _("an invitation needs the key '%s'"), key);
}

void check_invitation(const struct repository *repository, const struct meeting *meeting) {
    const struct referrer referrer = {.repository = repository,
                                      .file = meeting->source->path,
                                      .committee = meeting->committee.text};
    if (meeting->source->broken)
        return;
    require(&referrer, meeting->caller.text.size > 0, "innkaller");
    require(&referrer, meeting->invited.count > 0, "innkalt");
    const struct party *caller = organisation_party(repository->organisation, meeting->caller.text);
    if (caller != NULL && caller->email.size == 0)
        report(repository->diagnostics, RULE_NO_EMAIL, referrer.file, meeting->caller.at,
               _("'%.*s' has no e-mail address; add 'epost' in plan/organisation.yaml"),
               TEXT_ARGS(meeting->caller.text));
    for (size_t i = 0; i < meeting->invited.count; i++)
        check_address(&referrer, meeting->invited.items[i]);
}
