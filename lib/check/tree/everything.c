// SPDX-License-Identifier: MIT

#include "check/tree/everything.h"

#include "base/message.h"
#include "check/decisions/decisions.h"
#include "check/decisions/follow_ups.h"
#include "check/decisions/shown.h"
#include "check/grant/rules.h"
#include "check/meeting/case_numbers.h"
#include "check/meeting/numbers.h"
#include "check/meeting/queue.h"
#include "check/meeting/rules.h"
#include "check/meeting/standing_items.h"
#include "check/organisation/rules.h"
#include "check/plan/rules.h"
#include "check/register/rules.h"
#include "check/status/rules.h"
#include "check/tree/addresses.h"
#include "check/tree/files.h"
#include "check/strategy/rules.h"
#include "check/writing/writing.h"
#include "check/year/rules.h"
#include "model/tree/kinds.h"

// References within a plan are to its own actions.
static void check_one_plan(const struct repository *repository, const struct plan *plan) {
    struct repository of_plan = *repository;
    of_plan.plan = plan;
    check_plan(&of_plan, plan);
    check_plan_numbers(&of_plan, plan);
    check_plan_references(&of_plan, plan);
    check_plan_texts(&of_plan, plan);
    check_plan_status(&of_plan, plan);
    check_patient_groups(&of_plan, plan);
}

static void check_one_grant(const struct repository *repository, const struct grant *grant) {
    struct text path = grant->source->path;
    if (!text_starts_with(path, TEXT("plan/grant-")) && grant->id.text.size > 0)
        report(repository->diagnostics, RULE_GRANT_ID, path, (struct position){0, 0},
               _("a grant is found by the name of its file; rename it to 'grant-%.*s.yaml'"),
               TEXT_ARGS(grant->id.text));
    check_whole_grant(repository, grant);
    check_grant_questions(repository, grant);
}

// A file with another name is not read, and nobody would notice.
static void check_name_of_plan_file(const struct repository *repository, struct text path) {
    if (diagnostics_tell_of(repository->diagnostics, path))
        return;
    if (plan_file_is_misnamed(path, repository->arena))
        report(repository->diagnostics, RULE_DOCUMENT_KIND, path, (struct position){0, 0},
               _("the file is not read; its name should end in '.yaml'"));
    struct text id = plan_file_lacks_grant(repository, path);
    if (id.size > 0)
        report(repository->diagnostics, RULE_UNKNOWN_GRANT, path, (struct position){0, 0},
               _("there is no grant '%.*s' (plan/grant-%.*s.yaml)"), TEXT_ARGS(id), TEXT_ARGS(id));
}

static void check_name_of_settings(const struct repository *repository) {
    static const struct text other = TEXT_OF(".plan-check.yml");
    if (source_find(&repository->sources, other) != NULL)
        report(repository->diagnostics, RULE_DOCUMENT_KIND, other, (struct position){0, 0},
               _("the file is not read; its name should end in '.yaml'"));
}

// What spans meetings.
struct across {
    struct case_numbers numbers;
    struct shown_decisions decisions;
    struct follow_ups follow_ups;
    struct meeting_numbers meetings;
    struct standing_items standing;
};

static void check_one_meeting(const struct repository *repository, const struct meeting *meeting,
                              struct across *across) {
    check_meeting(repository, meeting);
    check_case_papers(repository, meeting);
    check_not_ahead(repository, meeting, repository->today);
    check_members_at(repository, meeting);
    check_outcomes(repository, meeting);
    check_agenda(repository, meeting);
    check_decisions(repository, meeting);
    case_numbers_add(&across->numbers, meeting);
    shown_decisions_add(&across->decisions, meeting);
    follow_ups_add(&across->follow_ups, meeting);
    meeting_numbers_add(&across->meetings, meeting);
    standing_items_add(&across->standing, meeting);
}

static void check_meetings(const struct repository *repository) {
    struct across across = {.follow_ups = {.repository = repository}};
    case_numbers_init(&across.numbers, repository);
    shown_decisions_init(&across.decisions, repository);
    meeting_numbers_init(&across.meetings, repository);
    standing_items_init(&across.standing, repository);
    for (size_t i = 0; i < repository->stray_files.count; i++)
        report(repository->diagnostics, RULE_FILE_KIND, repository->stray_files.items[i],
               (struct position){0, 0},
               _("meetings/ has a folder for each meeting; this is not one"));
    for (size_t i = 0; i < repository->meetings.count; i++)
        check_one_meeting(repository, repository->meetings.items[i], &across);
    case_numbers_check(&across.numbers);
    shown_decisions_check(&across.decisions);
    follow_ups_check(&across.follow_ups);
    standing_items_check(&across.standing);
    check_queue(repository, repository->queue);
    check_files(repository);
}

void check_everything(const struct repository *repository) {
    check_name_of_settings(repository);
    check_tenures(repository);
    check_plans(repository);
    for (size_t i = 0; i < repository->plans.count; i++)
        check_one_plan(repository, repository->plans.items[i]);
    for (size_t i = 0; i < repository->grants.count; i++)
        check_one_grant(repository, repository->grants.items[i].grant);
    check_vouchers_of_grants(repository);
    for (size_t i = 0; i < repository->notes.count; i++)
        check_status_note(repository, repository->notes.items[i]);
    check_status_notes(repository);
    check_strategy(repository);
    for (size_t i = 0; i < REGISTRY_COUNT; i++)
        if (repository->registries[i] != NULL)
            check_registry(repository, repository->registries[i]);
    check_year(repository);
    check_named_people(repository);
    check_days_off(repository);
    for (size_t i = 0; i < repository->plan_files.count; i++)
        check_name_of_plan_file(repository, repository->plan_files.items[i]);
    check_meetings(repository);
    check_addresses(repository);
    check_texts(repository);
}
