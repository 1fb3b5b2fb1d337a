// SPDX-License-Identifier: MIT
// What a colleague would ask about an agenda that can be sent out as it is.

#include "check/meeting/rules.h"

#include "base/ascii.h"
#include "base/message.h"
#include "base/path.h"

#include <string.h>

struct agenda_check {
    const struct repository *repository;
    const struct meeting *meeting;
    struct diagnostics *diagnostics;
    struct text file;
};

static bool is_in(const struct scalar_list *list, struct text id) {
    enum { MOST_COMPARED = 64 };
    for (size_t i = 0; i < list->count && i < MOST_COMPARED; i++)
        if (text_equal(list->items[i].text, id))
            return true;
    return false;
}

// The first in `list` that `others` do not have; NULL where they have all.
static const struct scalar *first_beyond(const struct scalar_list *list,
                                         const struct scalar_list *others) {
    for (size_t i = 0; i < list->count; i++)
        if (!is_in(others, list->items[i].text))
            return &list->items[i];
    return NULL;
}

// Somebody else may present a case than those who answer for it. But where they are some of them,
// or all and one more, one has most likely been forgotten.
static void check_responsible(const struct agenda_check *check, const struct agenda_item *item) {
    const struct case_paper *paper = item->paper;
    if (paper == NULL || item->responsible.count == 0 || paper->responsible.count == 0)
        return;
    const struct scalar *missing_here = first_beyond(&paper->responsible, &item->responsible);
    const struct scalar *missing_there = first_beyond(&item->responsible, &paper->responsible);
    if (missing_here != NULL && missing_there == NULL)
        report(check->diagnostics, RULE_RESPONSIBLE_DIFFERS, check->file, item->responsible.at,
               _("'%.*s' is responsible in the paper of case %.*s as well, but not here"),
               TEXT_ARGS(missing_here->text), TEXT_ARGS(item->case_number.text));
    else if (missing_there != NULL && missing_here == NULL)
        report(check->diagnostics, RULE_RESPONSIBLE_DIFFERS, check->file, missing_there->at,
               _("'%.*s' is responsible here, but not in the paper of case %.*s as well"),
               TEXT_ARGS(missing_there->text), TEXT_ARGS(item->case_number.text));
}

static void check_has_paper(const struct agenda_check *check, const struct agenda_item *item) {
    if (item->case_number.text.size > 0 && item->paper == NULL && item->title.text.size > 0 &&
        !meeting_is_cancelled(check->meeting))
        report(check->diagnostics, RULE_ITEM_WITHOUT_PAPER, check->file, item->case_number.at,
               _("case %.*s has no paper yet"), TEXT_ARGS(item->case_number.text));
}

// "2/26" of "Sak 2-26 referat.md", "02-2026.md"; empty where the name has no number of a case.
static struct text loose_number(struct text name, struct arena *arena) {
    struct text digits[2] = {TEXT(""), TEXT("")};
    size_t at = 0;
    for (size_t i = 0; i < 2; i++) {
        while (i == 0 && at < name.size && !ascii_is_digit(name.data[at]))
            at++;
        size_t from = at;
        while (at < name.size && ascii_is_digit(name.data[at]))
            at++;
        digits[i] = text_slice(name, from, at);
        at += i == 0 && at < name.size && text_find(TEXT("-_. "), name.data[at]) < 4;
    }
    int number, year;
    if (!text_to_number(digits[0], &number) || !text_to_number(digits[1], &year) ||
        !(digits[1].size == 2 || digits[1].size == 4))
        return TEXT("");
    return text_format(arena, "%d/%02d", number, year % 100);
}

// Of a name that is right but for what it is the name of, as the body writes its numbers.
static struct text number_in_name(const struct agenda_check *check, struct text name) {
    struct arena *arena = check->repository->arena;
    const struct sources *sources = &check->repository->sources;
    struct text committee = check->meeting->committee.text;
    struct text stem = text_slice(name, 0, name.size - (sizeof ".md" - 1));
    struct case_number number;
    if (case_number_of_file(stem, sources, committee, &number))
        return case_number_from_file(stem, sources, committee, arena);
    return loose_number(name, arena);
}

// "7-24.md" is the paper of case 7/24.
static void report_paper(const struct agenda_check *check, struct text path, struct text name) {
    struct arena *arena = check->repository->arena;
    struct text number = number_in_name(check, name);
    const struct position whole = {0, 0};
    if (number.size == 0) {
        report(check->diagnostics, RULE_PAPER_WITHOUT_ITEM, path, whole,
               _("no item of the agenda has this paper; a case 41/24 has its paper in 41-24.md"));
        return;
    }
    struct text own = case_paper_path(arena, check->meeting->folder, number);
    if (text_equal(own, path))
        report(check->diagnostics, RULE_PAPER_WITHOUT_ITEM, path, whole,
               _("no item of the agenda has this paper; case %.*s is missing under 'saksliste'"),
               TEXT_ARGS(number));
    else
        report(check->diagnostics, RULE_PAPER_WITHOUT_ITEM, path, whole,
               _("the file is not read; the paper of case %.*s is named '%.*s'"), TEXT_ARGS(number),
               TEXT_ARGS(path_name(own)));
}

// Files that look like the papers of cases, but belong to none on the agenda.
static void check_papers(const struct agenda_check *check) {
    struct arena *arena = check->repository->arena;
    const struct meeting *meeting = check->meeting;
    const struct text_list files = meeting->files;
    struct index papers;
    index_init(&papers, arena);
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        struct text number = meeting->agenda.items[i].case_number.text;
        if (number.size > 0)
            index_add(&papers,
                      meeting->agenda.items[i].paper != NULL
                          ? meeting->agenda.items[i].paper->source->path
                          : case_paper_path(arena, meeting->folder, number),
                      meeting);
    }
    for (size_t i = 0; i < files.count; i++) {
        struct text path = files.items[i];
        if (text_equal(path_folder(path), meeting->folder) && case_paper_may_be(path, arena) &&
            index_find(&papers, path) == NULL)
            report_paper(check, path, path_name(path));
    }
}

static void check_notice(const struct agenda_check *check) {
    const struct meeting *meeting = check->meeting;
    int least = check->repository->settings->notice_days.value;
    struct date sent = meeting->sent.date, held = meeting->date.date;
    struct date today = check->repository->today;
    if (held.year == 0 || least < 0)
        return;
    // A date after the meeting is another fault.
    bool before = sent.year > 0 && date_compare(sent, held) <= 0;
    if (before && date_days_between(sent, held) < least)
        report(check->diagnostics, RULE_SENT_LATE, check->file, meeting->sent.at,
               message_plural("the notice was sent %d day before the meeting; it should be %d",
                              "the notice was sent %d days before the meeting; it should be %d",
                              (size_t)date_days_between(sent, held)),
               date_days_between(sent, held), least);
    bool ahead = today.year > 0 && date_compare(today, held) <= 0;
    if (meeting->sent.at.line == 0 && ahead && date_days_between(today, held) < least)
        report(check->diagnostics, RULE_SENT_LATE, check->file, meeting->date.at,
               message_plural("the notice should be sent %d day before the meeting; when it is, "
                              "write 'utsendt'",
                              "the notice should be sent %d days before the meeting; when it is, "
                              "write 'utsendt'",
                              (size_t)least),
               least);
}

void check_agenda(const struct repository *repository, const struct meeting *meeting) {
    const struct agenda_check check = {repository, meeting, repository->diagnostics,
                                       meeting->source->path};
    if (meeting->source->broken)
        return;
    check_papers(&check);
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        check_responsible(&check, &meeting->agenda.items[i]);
        check_has_paper(&check, &meeting->agenda.items[i]);
    }
    if (!meeting_is_cancelled(meeting))
        check_notice(&check);
}
