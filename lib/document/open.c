// SPDX-License-Identifier: MIT

#include "check/grant/rules.h"
#include "check/meeting/rules.h"
#include "check/plan/rules.h"
#include "document/documents.h"

static bool open_plan(struct document *document, struct text path) {
    struct repository *repository = document->repository;
    document->plan = plan_read(&repository->sources, path);
    if (document->plan == NULL)
        return false;
    repository_use_plan(repository, document->plan);
    check_plan(repository, document->plan);
    return true;
}

static bool open_grant(struct document *document, struct text path) {
    struct repository *repository = document->repository;
    document->grant = grant_read(&repository->sources, path);
    if (document->grant == NULL)
        return false;
    document->payments = check_whole_grant(repository, document->grant);
    return document->payments != NULL;
}

static bool open_meeting(struct document *document, struct text folder) {
    struct repository *repository = document->repository;
    bool whole = document->kind->needs_papers;
    const struct meeting *meeting =
        meeting_read(&repository->sources, folder, whole ? PAPERS_WHOLE : PAPERS_FRONT);
    if (meeting == NULL)
        return false;
    check_meeting(repository, meeting);
    if (whole)
        check_case_papers(repository, meeting);
    document->meeting = meeting_for(meeting, document->choices.audience, repository->arena);
    if (document->kind->check != NULL)
        document->kind->check(document);
    if (document->kind->needs_approval && repository->diagnostics->errors == 0)
        document->approval = approval_find(repository, document->meeting);
    return true;
}

static const struct meeting *read_meeting(struct document *document, struct text folder) {
    struct repository *repository = document->repository;
    const struct meeting *meeting = meeting_read(&repository->sources, folder, PAPERS_WHOLE);
    if (meeting == NULL)
        return NULL;
    check_meeting(repository, meeting);
    check_case_papers(repository, meeting);
    check_not_ahead(repository, meeting, document->choices.today);
    if (date_compare(meeting->date.date, document->last_meeting) > 0)
        document->last_meeting = meeting->date.date;
    return meeting_for(meeting, AUDIENCE_PUBLIC, repository->arena);
}

static bool open_meetings(struct document *document, struct text operand) {
    struct repository *repository = document->repository;
    const struct text_list folders = repository_meeting_folders(repository);
    const struct meeting **meetings =
        arena_alloc(repository->arena, folders.count * sizeof *meetings);
    size_t count = 0;
    (void)operand;
    for (size_t i = 0; i < folders.count; i++) {
        const struct meeting *meeting = read_meeting(document, folders.items[i]);
        if (meeting != NULL)
            meetings[count++] = meeting;
    }
    document->decisions = decisions_of(repository, meetings, count, document->choices.today);
    return true;
}

bool document_open(struct document *document, struct text operand, struct text *misuse) {
    static bool (*const openers[])(struct document * document, struct text operand) = {
        [SUBJECT_PLAN] = open_plan,
        [SUBJECT_GRANT] = open_grant,
        [SUBJECT_MEETING] = open_meeting,
        [SUBJECT_MEETINGS] = open_meetings,
    };
    document->repository->today = document->choices.today;
    if (!openers[document->kind->subject](document, operand))
        return false;
    if (document->kind->misuse != NULL && document->repository->diagnostics->errors == 0)
        *misuse = document->kind->misuse(document);
    return true;
}
