// SPDX-License-Identifier: MIT

#include "check/meeting/rules.h"

#include "base/path.h"
#include "check/meeting/exemption.h"
#include "check/meeting/invitation.h"

#include "base/message.h"

static void check_folder(const struct referrer *referrer, const struct meeting *meeting) {
    struct arena *arena = referrer->repository->arena;
    struct text folder = path_name(text_nfc(arena, meeting->folder));
    struct text expected = meeting_folder_name(arena, meeting->date.date, meeting->committee.text);
    if (meeting->date.date.year != 0 && meeting->committee.text.size > 0 &&
        !text_equal(folder, expected))
        report(referrer->repository->diagnostics, RULE_MEETING_FOLDER, referrer->file,
               meeting->date.at, _("the folder of this meeting is '%.*s'; it must be '%.*s'"),
               TEXT_ARGS(folder), TEXT_ARGS(expected));
}

// A title is written either on the agenda or in the paper.
static void check_title(const struct referrer *referrer, const struct agenda_item *item) {
    struct text title = item->paper->title.text;
    if (title.size == 0 || text_equal(title, item->title.text))
        report(referrer->repository->diagnostics, RULE_AGENDA_PAPER, referrer->file, item->title.at,
               _("the title of the case is written in its paper; delete it here"));
    else
        report(referrer->repository->diagnostics, RULE_AGENDA_PAPER, referrer->file, item->title.at,
               _("the paper calls the case '%.*s'; delete the title here, or correct that one"),
               TEXT_ARGS(title));
}

// However the two are spelt.
static bool is_case(const struct referrer *referrer, struct text a, struct text b) {
    const struct repository *repository = referrer->repository;
    struct text committee = referrer->committee;
    return text_equal(repository_case_key(repository, committee, a, TEXT("")),
                      repository_case_key(repository, committee, b, TEXT("")));
}

static void check_item_kind(const struct referrer *referrer, const struct agenda_item *item,
                            bool has_minutes) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    int kinds =
        (item->case_number.at.line > 0) + (item->pause.at.line > 0) + (item->text.at.line > 0);
    if (kinds != 1)
        report(diagnostics, RULE_AGENDA_ITEM, referrer->file, item->at,
               _("an item of the agenda has one of the keys 'sak', 'pause' and 'tekst'"));
    if (item->pause.at.line > 0 && item->minutes.at.line > 0)
        report(diagnostics, RULE_CONFLICTING_KEYS, referrer->file, item->minutes.at,
               _("the minutes of a break are written after 'pause'; delete 'minutter'"));
    if (has_minutes && item->case_number.at.line > 0 && item->minutes.at.line == 0)
        report(diagnostics, RULE_MISSING_KEY, referrer->file, item->at,
               _("the key '%s' is missing here"), "minutter");
    if (item->paper != NULL && item->title.at.line > 0)
        check_title(referrer, item);
    if (item->paper != NULL && item->paper->number.text.size > 0 &&
        !is_case(referrer, item->paper->number.text, item->case_number.text))
        report(diagnostics, RULE_AGENDA_PAPER, item->paper->source->path, item->paper->number.at,
               _("the file is named after case %.*s, but is case %.*s"),
               TEXT_ARGS(item->case_number.text), TEXT_ARGS(item->paper->number.text));
}

static void check_case_twice(const struct referrer *referrer, const struct meeting *meeting,
                             struct index *seen) {
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct scalar *number = &meeting->agenda.items[i].case_number;
        struct text key =
            repository_case_key(referrer->repository, referrer->committee, number->text, TEXT(""));
        if (number->text.size > 0 && index_add(seen, key, number) != NULL)
            report(referrer->repository->diagnostics, RULE_DUPLICATE_ID, referrer->file, number->at,
                   _("case %.*s is on the agenda twice"), TEXT_ARGS(number->text));
    }
}

// Whether the minutes of all items could be read.
static bool minutes_are_known(const struct meeting *meeting) {
    for (size_t i = 0; i < meeting->agenda.count; i++)
        if (agenda_item_minutes(&meeting->agenda.items[i]) == NUMBER_UNKNOWN)
            return false;
    return true;
}

static void check_fixed_start(const struct referrer *referrer, const struct agenda_item *item) {
    struct arena *arena = referrer->repository->arena;
    if (item->fixed_start.at.line > 0 && item->fixed_start.minutes != item->from)
        report(referrer->repository->diagnostics, RULE_AGENDA_TIME, referrer->file,
               item->fixed_start.at,
               _("the item is set to start at %s, but the items before it end at %s"),
               clock_text(arena, item->fixed_start.minutes).data,
               clock_text(arena, item->from % (24 * 60)).data);
}

static void check_length(const struct referrer *referrer, const struct meeting *meeting) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    int available = meeting->time.to - meeting->time.from;
    int64_t used = 0;
    for (size_t i = 0; i < meeting->agenda.count; i++)
        used += agenda_item_minutes(&meeting->agenda.items[i]);
    if (meeting->time.to == 0 || used == available || meeting->agenda.count == 0)
        return;
    if (used > available)
        report(diagnostics, RULE_AGENDA_TIME, referrer->file, meeting->time.at,
               _("the agenda takes %lld minutes, %lld more than the %d of the meeting"),
               (long long)used, (long long)(used - available), available);
    else
        report(
            diagnostics, RULE_AGENDA_TIME, referrer->file, meeting->time.at,
            message_plural("the agenda takes %lld minute, %lld fewer than the %d of the meeting",
                           "the agenda takes %lld minutes, %lld fewer than the %d of the meeting",
                           (size_t)used),
            (long long)used, (long long)(available - used), available);
}

// The minutes of this or an earlier meeting of the same committee, by the name of its folder.
static void check_approved_meeting(const struct referrer *referrer, struct text own,
                                   struct scalar name) {
    const size_t date_size = sizeof "2024-10-29" - 1;
    struct text committee = text_slice(own, date_size, own.size);
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    if (name.text.size != own.size || text_compare(name.text, own) > 0 ||
        !text_ends_with(name.text, committee))
        report(diagnostics, RULE_APPROVAL, referrer->file, name.at,
               _("'%.*s' is not the folder of this or an earlier meeting of the committee"),
               TEXT_ARGS(name.text));
    else if (!repository_has_meeting(referrer->repository, name.text))
        report(diagnostics, RULE_APPROVAL, referrer->file, name.at,
               _("there is no meeting in meetings/%.*s"), TEXT_ARGS(name.text));
}

static void check_approves(const struct referrer *referrer, const struct meeting *meeting,
                           const struct case_paper *paper) {
    const struct repository *repository = referrer->repository;
    const struct scalar_list *names = &paper->approves;
    if (names->count == 0 || meeting->date.date.year == 0)
        return;
    if (paper->type.at.line > 0 && paper->type.index != CASE_APPROVAL)
        report(repository->diagnostics, RULE_APPROVAL, referrer->file, names->items[0].at,
               _("only a case of the type 'godkjenning' approves minutes"));
    struct text own =
        meeting_folder_name(repository->arena, meeting->date.date, meeting->committee.text);
    for (size_t i = 0; i < names->count; i++)
        check_approved_meeting(referrer, own, names->items[i]);
}

static void check_follows(const struct referrer *referrer, const struct case_paper *paper) {
    check_cases(referrer, &paper->follows);
    for (size_t i = 0; i < paper->follows.count; i++)
        if (text_equal(paper->follows.items[i].text, paper->number.text))
            report(referrer->repository->diagnostics, RULE_CIRCULAR_REFERENCE, referrer->file,
                   paper->follows.items[i].at, _("case %.*s follows itself"),
                   TEXT_ARGS(paper->number.text));
}

// A case that is taken up again gets a number of its own; that of a cancelled meeting keeps its
// own.
static void check_other_meeting(const struct referrer *referrer, const struct meeting *meeting,
                                const struct agenda_item *item) {
    struct text other = repository_other_folder_of(referrer->repository, meeting->folder,
                                                   referrer->committee, item->case_number.text);
    if (other.size > 0 && !meeting_is_cancelled(meeting))
        report(referrer->repository->diagnostics, RULE_CASE_IN_TWO_MEETINGS, referrer->file,
               item->case_number.at,
               _("case %.*s is in %.*s too; a case that comes up again gets a new number, and "
                 "names the old one with 'følger'"),
               TEXT_ARGS(item->case_number.text), TEXT_ARGS(other));
}

// Calendars know a meeting by its number; without one, by its day.
static void check_number(const struct referrer *referrer, const struct meeting *meeting) {
    if (meeting->number.text.size == 0 && meeting->changes.count > 0)
        report(referrer->repository->diagnostics, RULE_NO_MEETING_NUMBER, referrer->file,
               meeting->changes.items[0].date.at,
               _("the meeting has no number, and when its day is changed calendars show it twice; "
                 "add 'nr'"));
}

// The data in front of a paper; its committee is the meeting's.
void check_case_front(const struct repository *repository, const struct meeting *meeting,
                      const struct case_paper *paper) {
    const struct referrer in_paper = {.repository = repository,
                                      .file = paper->source->path,
                                      .committee = meeting->committee.text};
    if (paper->source->broken)
        return;
    check_exemption(&in_paper, &paper->exemption, paper->title);
    for (size_t i = 0; i < paper->attachments.count; i++)
        check_exemption(&in_paper, &paper->attachments.items[i].exemption,
                        paper->attachments.items[i].title);
    check_parties(&in_paper, &paper->responsible);
    check_parties(&in_paper, &paper->handlers);
    check_follows(&in_paper, paper);
    for (size_t i = 0; i < paper->way.count; i++)
        organisation_resolve(repository->organisation, paper->way.items[i].committee, true,
                             in_paper.file, repository->diagnostics);
    check_approves(&in_paper, meeting, paper);
    for (size_t i = 0; i < paper->follow_ups.count; i++) {
        const struct follow_up *follow_up = &paper->follow_ups.items[i];
        check_parties(&in_paper, &follow_up->who);
        check_case(&in_paper, follow_up->reported);
        organisation_resolve(repository->organisation, follow_up->deadline.committee, true,
                             in_paper.file, repository->diagnostics);
    }
}

// Without its committee nobody knows which cases the meeting has.
static void check_committee(const struct referrer *referrer, const struct meeting *meeting) {
    const struct repository *repository = referrer->repository;
    if (organisation_resolve(repository->organisation, meeting->committee, true, referrer->file,
                             repository->diagnostics) != NULL)
        check_folder(referrer, meeting);
    else
        report_unread(repository->diagnostics,
                      (struct unread){referrer->file, {1, 1}, {UINT32_MAX, UINT32_MAX}, "utvalg"});
}

void check_meeting(const struct repository *repository, const struct meeting *meeting) {
    const struct referrer referrer = {.repository = repository,
                                      .file = meeting->source->path,
                                      .committee = meeting->committee.text,
                                      .day = meeting->date.date};
    struct index seen;
    if (meeting->source->broken)
        return;
    index_init(&seen, repository->arena);
    check_committee(&referrer, meeting);
    check_prose(&referrer, &meeting->remark);
    check_changes(&referrer, meeting);
    check_case_twice(&referrer, meeting, &seen);
    bool has_minutes = meeting_has_minutes(meeting);
    bool timed = has_minutes && minutes_are_known(meeting) && meeting->time.at.line > 0;
    if (timed)
        check_length(&referrer, meeting);
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct agenda_item *item = &meeting->agenda.items[i];
        check_item_kind(&referrer, item, has_minutes);
        check_agenda_exemption(&referrer, item);
        if (timed)
            check_fixed_start(&referrer, item);
        check_parties(&referrer, &item->responsible);
        for (size_t j = 0; j < item->points.count; j++)
            check_prose(&referrer, &item->points.items[j]);
        check_other_meeting(&referrer, meeting, item);
        if (item->paper != NULL)
            check_case_front(repository, meeting, item->paper);
    }
    check_exempt_files(repository, meeting);
    check_number(&referrer, meeting);
    check_minutes(repository, meeting);
}
