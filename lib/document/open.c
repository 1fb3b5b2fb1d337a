// SPDX-License-Identifier: MIT

#include "check/grant/rules.h"
#include "check/meeting/rules.h"
#include "base/message.h"
#include "check/organisation/rules.h"
#include "check/plan/rules.h"
#include "check/register/rules.h"
#include "check/status/rules.h"
#include "check/strategy/rules.h"
#include "check/year/rules.h"
#include "document/kinds.h"
#include "model/tree/reading.h"
#include "model/register/registries.h"

// False where there is nothing to go on with.
typedef bool opener(struct document *document, struct repository *repository, struct text operand);

// References within a plan are to its own actions.
static void check_plan_of_document(const struct repository *repository, const struct plan *plan) {
    struct repository of_plan = *repository;
    of_plan.plan = plan;
    check_plan(&of_plan, plan);
}

static bool open_plan(struct document *document, struct repository *repository, struct text path) {
    document->plan = read_plan(repository, path);
    if (document->plan != NULL)
        check_plan_of_document(repository, document->plan);
    return document->plan != NULL;
}

static void check_plan_and_notes(const struct repository *repository, const struct plan *plan) {
    if (plan != NULL)
        check_plan_of_document(repository, plan);
    for (size_t i = 0; i < repository->notes.count; i++)
        check_status_note(repository, repository->notes.items[i]);
    check_status_notes(repository);
}

// Of the note that is asked for, or of a plan as it is.
static bool open_status(struct document *document, struct repository *repository,
                        struct text path) {
    document->note = read_status(repository, path, &document->plan);
    bool found =
        document->note != NULL || (document->plan != NULL && (path.size == 0 || plan_may_be(path)));
    if (path.size == 0 && document->plan == NULL)
        check_plan_is_known(repository);
    if (found)
        check_plan_and_notes(repository, document->plan);
    return found;
}

// What is no note is told of as misuse.
static bool open_note(struct document *document, struct repository *repository, struct text path) {
    document->note = read_status(repository, path, &document->plan);
    if (document->note != NULL)
        check_plan_and_notes(repository, document->plan);
    return document->note != NULL || path.size == 0 || document->plan != NULL;
}

static bool open_strategy(struct document *document, struct repository *repository,
                          struct text operand) {
    (void)operand;
    document->strategy = read_strategy(repository, &document->plan);
    if (document->strategy == NULL)
        return false;
    check_plan_and_notes(repository, document->plan);
    if (document->plan != NULL)
        check_patient_groups(repository, document->plan);
    check_strategy(repository);
    return true;
}

static bool open_grant(struct document *document, struct repository *repository, struct text path) {
    document->grant = read_grant(repository, path);
    if (document->grant == NULL)
        return false;
    check_whole_grant(repository, document->grant);
    document->payments = repository_payments(repository, document->grant);
    return document->payments != NULL;
}

static bool open_grants(struct document *document, struct repository *repository,
                        struct text operand) {
    const struct text_list *operands = &document->operands;
    size_t count = operands->count;
    const struct grant **grants = arena_alloc(repository->arena, (count + 1) * sizeof(*grants));
    struct combined_grant *together =
        arena_alloc(repository->arena, (count + 1) * sizeof *together);
    bool good = read_grants(repository, operands, grants);
    (void)operand;
    for (size_t i = 0; good && i < count; i++) {
        check_whole_grant(repository, grants[i]);
        together[i] = document_grant_of_several(repository, grants[i]);
    }
    for (size_t i = 0; good && i < count; i++)
        good = together[i].payments != NULL;
    document->together = together;
    document->together_count = good ? count : 0;
    return good;
}

static bool open_meeting(struct document *document, struct repository *repository,
                         struct text folder) {
    const struct document_kind *kind = document->kind;
    const struct meeting *meeting =
        kind->needs_approval
            ? read_held_meeting(repository, folder)
            : read_meeting(repository, folder, kind->needs_papers ? PAPERS_WHOLE : PAPERS_FRONT);
    if (meeting == NULL)
        return false;
    check_meeting(repository, meeting);
    if (kind->needs_papers)
        check_case_papers(repository, meeting);
    document->meeting = meeting_for(meeting, document->choices.audience, repository->arena);
    if (kind->check != NULL)
        kind->check(document);
    if (kind->needs_approval)
        document->approval = approval_find(repository, meeting);
    return true;
}

static void check_all_meetings(struct document *document, struct repository *repository) {
    size_t count = repository->meetings.count;
    const struct meeting **shown = arena_alloc(repository->arena, count * sizeof *shown);
    for (size_t i = 0; i < count; i++) {
        const struct meeting *meeting = repository->meetings.items[i];
        check_meeting(repository, meeting);
        check_case_papers(repository, meeting);
        check_not_ahead(repository, meeting, document->choices.today);
        check_outcomes(repository, meeting);
        if (date_compare(meeting->date.date, document->last_meeting) > 0)
            document->last_meeting = meeting->date.date;
        shown[i] = meeting_for(meeting, AUDIENCE_PUBLIC, repository->arena);
    }
    document->meetings = shown;
    document->meeting_count = count;
    document->decisions = decisions_of(repository, shown, count, document->choices.today);
}

static bool open_meetings(struct document *document, struct repository *repository,
                          struct text operand) {
    (void)operand;
    read_meetings(repository);
    check_all_meetings(document, repository);
    return true;
}

static void check_work(struct document *document, struct repository *repository) {
    check_all_meetings(document, repository);
    for (size_t i = 0; i < repository->plans.count; i++)
        check_plan_of_document(repository, repository->plans.items[i]);
    for (size_t i = 0; i < repository->grants.count; i++)
        check_whole_grant(repository, repository->grants.items[i].grant);
}

static bool open_year(struct document *document, struct repository *repository,
                      struct text operand) {
    (void)operand;
    document->year = read_year(repository);
    if (document->year == NULL)
        return false;
    check_year(repository);
    check_work(document, repository);
    return true;
}

static bool open_registry(struct document *document, struct repository *repository,
                          struct text name) {
    document->registry = read_registry(repository, registry_find(name));
    if (document->registry != NULL)
        check_registry(repository, document->registry);
    return document->registry != NULL;
}

// What it is made of has been read already; but not what one body has to do.
static bool open_organisation(struct document *document, struct repository *repository,
                              struct text operand) {
    (void)operand;
    check_tenures(repository);
    if (document->choices.body.size > 0) {
        read_work(repository);
        check_work(document, repository);
    }
    return true;
}

// A register is asked for by a name that there is; what others are made of is a file or a folder,
// and who reads that says whether it is there.
static struct text unknown_name(const struct document *document, struct text operand) {
    struct arena *arena = document->repository->arena;
    if (document->kind->subject != SUBJECT_REGISTRY || registry_find(operand) < REGISTRY_COUNT)
        return TEXT("");
    return text_format(arena, _("there is no register '%.*s'; it is one of: %s"),
                       TEXT_ARGS(operand), registry_names(arena).data);
}

bool document_open(struct document *document, struct repository *repository, struct text operand,
                   struct text *misuse) {
    static opener *const openers[] = {
        [SUBJECT_PLAN] = open_plan,
        [SUBJECT_STATUS] = open_status,
        [SUBJECT_STRATEGY] = open_strategy,
        [SUBJECT_GRANT] = open_grant,
        [SUBJECT_MEETING] = open_meeting,
        [SUBJECT_MEETINGS] = open_meetings,
        [SUBJECT_GRANTS] = open_grants,
        [SUBJECT_REGISTRY] = open_registry,
        [SUBJECT_NOTE] = open_note,
        [SUBJECT_YEAR] = open_year,
        [SUBJECT_ORGANISATION] = open_organisation,
    };
    repository->today = document->choices.today;
    document->repository = repository;
    *misuse = unknown_name(document, operand);
    if (misuse->size > 0 || !openers[document->kind->subject](document, repository, operand))
        return false;
    if (document->kind->misuse != NULL && repository->diagnostics->errors == 0)
        *misuse = document->kind->misuse(document);
    return true;
}
