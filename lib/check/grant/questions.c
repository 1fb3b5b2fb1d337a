// SPDX-License-Identifier: MIT
// What a colleague would ask about a grant whose sheet can be made as it is.

#include "check/grant/rules.h"
#include "check/tree/references.h"

#include "base/message.h"
#include "model/tree/plans.h"

struct grant_check {
    const struct repository *repository;
    const struct grant *grant;
    struct text file;
    bool accounts_are_due; // the day by which every allocation has its numbers has passed
};

// Texts and links find a grant by the name of its file.
static void check_name(const struct grant_check *check) {
    const struct text start = TEXT("plan/grant-"), end = TEXT(".yaml");
    struct text file = check->file, id = check->grant->id.text;
    if (id.size == 0 || !text_starts_with(file, start))
        return;
    struct text name =
        text_nfc(check->repository->arena, text_slice(file, start.size, file.size - end.size));
    if (!text_equal(name, id))
        report(check->repository->diagnostics, RULE_GRANT_ID, file, check->grant->id.at,
               _("the grant has the id '%.*s', but its file has the name of '%.*s'"), TEXT_ARGS(id),
               TEXT_ARGS(name));
}

static void ask(const struct grant_check *check, enum rule rule,
                const struct allocation *allocation, const char *message) {
    struct text question = message_about(check->repository->arena, message, allocation->name.text);
    report(check->repository->diagnostics, rule, check->file, allocation->id.at, "%.*s",
           TEXT_ARGS(question));
}

static void check_account(const struct grant_check *check, const struct allocation *allocation) {
    if (!check->accounts_are_due)
        return;
    if (allocation->project_number.text.size == 0)
        ask(check, RULE_NO_ACCOUNT, allocation,
            _("'%.*s' has no 'prosjektnummer' yet; ask the economy office"));
    if (allocation->cost_centre.text.size == 0)
        ask(check, RULE_NO_ACCOUNT, allocation,
            _("'%.*s' has no 'ansvarssted' yet; ask the economy office"));
}

static void check_dropped_actions(const struct grant_check *check,
                                  const struct allocation *allocation) {
    const struct repository *repository = check->repository;
    struct date day = repository_grant_day(repository, check->grant);
    for (size_t i = 0; i < allocation->actions.count; i++) {
        struct scalar number = allocation->actions.items[i];
        const struct action *action =
            repository_action(repository, number.text, NULL, check->grant->owner.text, day).action;
        int status = action == NULL ? -1 : action_status(action);
        if (status == STATUS_DROPPED || status == STATUS_DEFERRED)
            report(check->repository->diagnostics, RULE_PAYS_FOR_DROPPED_ACTION, check->file,
                   number.at, _("'%.*s' is for action %.*s, which has the status '%s'"),
                   TEXT_ARGS(allocation->name.text), TEXT_ARGS(number.text),
                   action_status_name(action, check->repository->arena));
    }
}

static bool accounts_are_due(const struct repository *repository, const struct grant *grant) {
    const struct known_case *decision =
        repository_case(repository, grant->owner.text, grant->decided_by.text);
    int days = repository->settings->account_days.value;
    if (decision == NULL || decision->date.year == 0 || repository->today.year == 0 || days < 0)
        return false;
    return date_days_between(decision->date, repository->today) > days;
}

// What no allocation of a grant has, its scheme does not ask for.
static bool any_has_report_day(const struct grant *grant) {
    for (size_t i = 0; i < grant->allocations.count; i++)
        if (grant->allocations.items[i].report_due.at.line > 0)
            return true;
    return false;
}

static bool any_has_action(const struct grant *grant) {
    for (size_t i = 0; i < grant->allocations.count; i++)
        if (grant->allocations.items[i].actions.count > 0)
            return true;
    return false;
}

void check_grant_questions(const struct repository *repository, const struct grant *grant) {
    const struct grant_check check = {repository, grant, grant->source->path,
                                      accounts_are_due(repository, grant)};
    if (grant->source->broken)
        return;
    bool reports = any_has_report_day(grant), has_actions = any_has_action(grant);
    check_name(&check);
    for (size_t i = 0; i < grant->allocations.count; i++) {
        const struct allocation *allocation = &grant->allocations.items[i];
        check_account(&check, allocation);
        check_dropped_actions(&check, allocation);
        if (reports && allocation->report_due.at.line == 0)
            ask(&check, RULE_NO_REPORT_DATE, allocation,
                _("'%.*s' has no day to report; add 'rapporteres'"));
        if (has_actions && allocation->actions.count == 0)
            ask(&check, RULE_NO_ACTION, allocation,
                _("'%.*s' is for no action of the plan; add 'tiltak'"));
    }
}
