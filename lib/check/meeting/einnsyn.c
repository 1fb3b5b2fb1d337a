// SPDX-License-Identifier: MIT
// What eInnsyn would refuse is found before anything is sent.

#include "check/meeting/rules.h"
#include "check/tree/references.h"

#include "base/message.h"
#include "base/personalnumber.h"

enum { MOST_TITLE_CHARACTERS = 500, MOST_DESCRIPTION_CHARACTERS = 1000 };

static void require(const struct repository *repository, struct text file, struct scalar given,
                    const char *key) {
    if (given.text.size == 0)
        report(repository->diagnostics, RULE_MISSING_KEY, file, (struct position){1, 1},
               _("eInnsyn needs the key '%s'"), key);
}

static void check_title(const struct referrer *referrer, struct scalar title) {
    size_t size = text_length(title.text);
    if (size > MOST_TITLE_CHARACTERS)
        report(referrer->repository->diagnostics, RULE_EINNSYN, referrer->file, title.at,
               _("the title has %zu characters; eInnsyn takes %d"), size, MOST_TITLE_CHARACTERS);
}

static void report_number(const struct repository *repository, struct text file,
                          struct position at) {
    report(repository->diagnostics, RULE_EINNSYN, file, at,
           _("this is a national identity number; eInnsyn refuses it"));
}

// eInnsyn looks for such numbers in every text.
static void check_numbers(const struct repository *repository, struct text path) {
    struct source *source = source_find(&repository->sources, path);
    size_t from, to;
    if (source != NULL && personal_number_find(source->text, 0, &from, &to))
        report_number(repository, path, source_position(&repository->sources, source, from));
}

static void check_delivered(const struct repository *repository, const struct meeting *meeting,
                            const struct case_paper *paper) {
    const struct referrer referrer = {
        .repository = repository,
        .file = paper->source->path,
        .committee = meeting->committee.text,
    };
    size_t from, to;
    check_title(&referrer, paper->title);
    if (is_exempt(&paper->exemption)) {
        check_title(&referrer, paper->exemption.public_title);
        if (personal_number_find(paper->exemption.public_title.text, 0, &from, &to))
            report_number(repository, referrer.file, paper->exemption.public_title.at);
        if (personal_number_find(paper->title.text, 0, &from, &to)) // to the members: sensitive
            report_number(repository, referrer.file, paper->title.at);
        return; // nothing else of it is sent
    }
    for (size_t i = 0; i < paper->attachments.count; i++)
        if (!is_exempt(&paper->attachments.items[i].exemption))
            check_title(&referrer, paper->attachments.items[i].title);
    check_numbers(repository, paper->source->path);
}

// Titles that are made of the committee's name have this much beside it.
enum { MOST_BESIDE_NAME = 60 };

static void check_committee(const struct repository *repository, const struct meeting *meeting) {
    const struct organisation *organisation = repository->organisation;
    const struct body *body = index_find(&organisation->body_ids, meeting->committee.text);
    int most = MOST_TITLE_CHARACTERS - MOST_BESIDE_NAME;
    if (body != NULL && text_length(body->name.text) > (size_t)most)
        report(repository->diagnostics, RULE_EINNSYN, organisation->source->path, body->name.at,
               _("the name has %zu characters; eInnsyn takes %d"), text_length(body->name.text),
               most);
}

// It is delivered with the day, in a description.
static void check_cancellation(const struct repository *repository, const struct meeting *meeting) {
    const int most = MOST_DESCRIPTION_CHARACTERS - MOST_BESIDE_NAME;
    struct scalar reason = meeting->cancelled.change;
    if (text_length(reason.text) > (size_t)most)
        report(repository->diagnostics, RULE_EINNSYN, meeting->source->path, reason.at,
               _("the reason has %zu characters; eInnsyn takes %d"), text_length(reason.text),
               most);
}

void check_einnsyn(const struct repository *repository, const struct meeting *meeting) {
    const struct organisation *organisation = repository->organisation;
    struct text file = organisation->source->path;
    require(repository, file, organisation->number, "orgnummer");
    require(repository, file, organisation->email, "epost");
    require(repository, file, organisation->requests_email, "innsyn-epost");
    require(repository, meeting->source->path, meeting->number, "nr");
    check_committee(repository, meeting);
    check_cancellation(repository, meeting);
    check_outcomes(repository, meeting);
    check_numbers(repository, meeting->source->path);
    for (size_t i = 0; i < meeting->agenda.count; i++)
        if (meeting->agenda.items[i].paper != NULL)
            check_delivered(repository, meeting, meeting->agenda.items[i].paper);
}
