// SPDX-License-Identifier: MIT

#include "check/meeting/rules.h"
#include "check/meeting/votes.h"
#include "check/tree/references.h"

#include "base/message.h"

// Everybody who is named in the minutes, once each.
struct attendance {
    const struct referrer *referrer;
    struct index places; // id → struct scalar, its place
};

static const struct party *resolve(const struct referrer *referrer, struct scalar id) {
    return organisation_resolve(referrer->repository->organisation, id, false, referrer->file,
                                referrer->repository->diagnostics);
}

static void attend(struct attendance *attendance, const struct scalar *id) {
    const struct referrer *referrer = attendance->referrer;
    if (id->text.size == 0 || resolve(referrer, *id) == NULL)
        return;
    const struct scalar *before = index_add(&attendance->places, id->text, id);
    if (before != NULL)
        report(referrer->repository->diagnostics, RULE_ATTENDANCE, referrer->file, id->at,
               _("'%.*s' is in the minutes twice, on line %u too; somebody is present, absent or a "
                 "deputy"),
               TEXT_ARGS(id->text), (unsigned)before->at.line);
}

static void check_case_of(const struct referrer *referrer, const struct meeting *meeting,
                          struct scalar number) {
    if (number.text.size > 0 && meeting_item_of(meeting, number.text) == NULL)
        report(referrer->repository->diagnostics, RULE_ATTENDANCE, referrer->file, number.at,
               _("case %.*s is not on the agenda of this meeting"), TEXT_ARGS(number.text));
}

// A member, or a guest.
static void attend_as(struct attendance *attendance, const struct meeting *meeting,
                      const struct attendee *attendee) {
    const struct referrer *referrer = attendance->referrer;
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    attend(attendance, &attendee->who);
    check_case_of(referrer, meeting, attendee->from_case);
    check_case_of(referrer, meeting, attendee->to_case);
    organisation_resolve(referrer->repository->organisation, attendee->represents, true,
                         referrer->file, diagnostics);
    struct position guest = attendee->guest.at, belongs = attendee->belongs.at;
    if (attendee->who.at.line > 0 && (guest.line > 0 || belongs.line > 0))
        report(diagnostics, RULE_CONFLICTING_KEYS, referrer->file, guest.line > 0 ? guest : belongs,
               _("'navn' and 'tilhører' are those of a guest, and 'hvem' is none; delete one"));
    else if (attendee->who.at.line == 0 && guest.line == 0)
        report(diagnostics, RULE_MISSING_KEY, referrer->file, meeting->minutes.at,
               _("somebody at the meeting has neither 'hvem' nor 'navn'"));
}

static bool takes_part(const struct meeting *meeting, struct text id) {
    const struct substitutions *absent = &meeting->minutes.absent;
    for (size_t i = 0; i < absent->count; i++)
        if (text_equal(absent->items[i].deputy.text, id))
            return true;
    for (size_t i = 0; i < meeting->minutes.present.count; i++)
        if (text_equal(meeting->minutes.present.items[i].who.text, id))
            return true;
    return false;
}

static void check_attendance(const struct referrer *referrer, const struct meeting *meeting) {
    const struct minutes *minutes = &meeting->minutes;
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    struct attendance attendance = {.referrer = referrer};
    index_init(&attendance.places, referrer->repository->arena);
    for (size_t i = 0; i < minutes->present.count; i++)
        attend_as(&attendance, meeting, &minutes->present.items[i]);
    for (size_t i = 0; i < minutes->absent.count; i++) {
        attend(&attendance, &minutes->absent.items[i].who);
        attend(&attendance, &minutes->absent.items[i].deputy);
    }
    for (size_t i = 0; i < minutes->others.count; i++)
        attend_as(&attendance, meeting, &minutes->others.items[i]);
    if (minutes->secretary.text.size > 0)
        resolve(referrer, minutes->secretary);
    if (minutes->chair.text.size > 0 && resolve(referrer, minutes->chair) != NULL &&
        !takes_part(meeting, minutes->chair.text))
        report(diagnostics, RULE_ATTENDANCE, referrer->file, minutes->chair.at,
               _("'%.*s' chairs the meeting, but is not among those present"),
               TEXT_ARGS(minutes->chair.text));
}

static void check_raised(const struct referrer *referrer, const struct meeting *meeting) {
    const struct minutes *minutes = &meeting->minutes;
    for (size_t i = 0; i < minutes->raised.count; i++) {
        check_parties(referrer, &minutes->raised.items[i].raised_by);
        check_prose(referrer, &minutes->raised.items[i].text);
    }
    if (minutes->raised.count > 0 &&
        meeting_any_other_item(meeting, referrer->repository->arena) == NULL)
        report(referrer->repository->diagnostics, RULE_OUTCOME, referrer->file,
               minutes->raised.items[0].title.at,
               _("the agenda has no case of the type 'eventuelt' under which this was raised"));
    check_prose(referrer, &minutes->remark);
}

// What was said of items without a number, and who does what.
static void check_items(const struct referrer *referrer, const struct meeting *meeting) {
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = &meeting->agenda.items[i];
        bool has_record = item->record.at.line > 0 || item->follow_ups.count > 0;
        if (has_record && item->text.at.line == 0)
            report(referrer->repository->diagnostics, RULE_CONFLICTING_KEYS, referrer->file,
                   item->at,
                   _("what was said of a case is in its paper; 'referat' and 'oppfølging' belong "
                     "to items with 'tekst'"));
        check_prose(referrer, &item->record);
        for (size_t j = 0; j < item->follow_ups.count; j++)
            check_parties(referrer, &item->follow_ups.items[j].who);
    }
}

// Those who are disqualified must have been there, and those who come instead must not. Returns how
// many votes the case has fewer than the meeting.
static size_t check_recused(const struct referrer *referrer, const struct meeting *meeting,
                            const struct case_paper *paper) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    size_t fewer = 0;
    for (size_t i = 0; i < paper->recused.count; i++) {
        const struct substitution *recusal = &paper->recused.items[i];
        bool deputy =
            recusal->deputy.text.size > 0 &&
            (resolve(referrer, recusal->deputy) != NULL ||
             organisation_has_guest(referrer->repository->organisation, recusal->deputy.text));
        bool known = recusal->who.text.size > 0 && resolve(referrer, recusal->who) != NULL;
        fewer += !deputy;
        if (meeting->minutes.present.count == 0)
            continue;
        if (known && !takes_part(meeting, recusal->who.text))
            report(diagnostics, RULE_ATTENDANCE, referrer->file, recusal->who.at,
                   _("'%.*s' is not among those present, and cannot step aside"),
                   TEXT_ARGS(recusal->who.text));
        if (deputy && takes_part(meeting, recusal->deputy.text))
            report(diagnostics, RULE_ATTENDANCE, referrer->file, recusal->deputy.at,
                   _("'%.*s' is present already, and cannot come instead"),
                   TEXT_ARGS(recusal->deputy.text));
    }
    return fewer;
}

static size_t voters_of(const struct meeting *meeting, const struct agenda_item *item,
                        size_t fewer) {
    size_t voters = meeting_voters(meeting, item);
    return voters > fewer ? voters - fewer : 0;
}

void check_minutes(const struct repository *repository, const struct meeting *meeting) {
    const struct referrer referrer = {.repository = repository,
                                      .file = meeting->source->path,
                                      .committee = meeting->committee.text};
    bool written = meeting->minutes.at.line > 0;
    if (written && meeting_is_cancelled(meeting))
        report(repository->diagnostics, RULE_MEETING_NOT_HELD, referrer.file, meeting->minutes.at,
               _("the meeting was cancelled, and has no minutes"));
    check_items(&referrer, meeting);
    if (written) {
        check_attendance(&referrer, meeting);
        check_raised(&referrer, meeting);
    }
    bool present = meeting->minutes.present.count > 0;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        if (paper == NULL || paper->source->broken)
            continue;
        struct referrer in_paper = referrer;
        in_paper.file = paper->source->path;
        size_t fewer = check_recused(&in_paper, meeting, paper);
        check_votes(&in_paper, paper,
                    present ? voters_of(meeting, &meeting->agenda.items[i], fewer) : SIZE_MAX);
    }
}

static bool lies_ahead(const struct meeting *meeting, struct date today) {
    return today.year != 0 && date_compare(meeting->date.date, today) > 0;
}

void check_not_ahead(const struct repository *repository, const struct meeting *meeting,
                     struct date today) {
    struct diagnostics *diagnostics = repository->diagnostics;
    if (!lies_ahead(meeting, today))
        return;
    struct text held = date_iso(repository->arena, meeting->date.date);
    struct text now = date_iso(repository->arena, today);
    if (meeting->minutes.at.line > 0)
        report(diagnostics, RULE_MEETING_NOT_HELD, meeting->source->path, meeting->minutes.at,
               _("the meeting is on %s, and has no minutes on %s"), held.data, now.data);
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        if (paper != NULL && paper->outcome.at.line > 0)
            report(diagnostics, RULE_MEETING_NOT_HELD, paper->source->path, paper->outcome.at,
                   _("the case comes up on %s, and has no outcome on %s"), held.data, now.data);
    }
}

void check_outcomes(const struct repository *repository, const struct meeting *meeting) {
    if (meeting->minutes.at.line == 0 || meeting->source->broken)
        return;
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        if (paper == NULL || paper->source->broken || paper->outcome.at.line > 0 ||
            case_paper_is_decided_alone(paper) ||
            (!case_paper_needs_decision(paper) &&
             case_paper_section(paper, SECTION_PROPOSAL) == NULL))
            continue;
        report(repository->diagnostics, RULE_NO_OUTCOME, paper->source->path, paper->number.at,
               _("the meeting has been held; add what came out of case %.*s: 'utfall: som "
                 "forslag', 'endret', 'utsatt', 'trukket' or 'falt'"),
               TEXT_ARGS(paper->number.text));
    }
}

void check_held(const struct repository *repository, const struct meeting *meeting,
                struct date today) {
    struct diagnostics *diagnostics = repository->diagnostics;
    if (meeting->source->broken)
        return;
    check_not_ahead(repository, meeting, today);
    if (meeting->minutes.at.line == 0) {
        report(diagnostics, RULE_NO_MINUTES, meeting->source->path, meeting->date.at,
               _("the meeting has no minutes yet; they are written under the key 'protokoll'"));
        return;
    }
    check_outcomes(repository, meeting);
}
