// SPDX-License-Identifier: MIT

#include "check/grant/budget.h"
#include "check/grant/frame.h"
#include "check/grant/frame_account.h"

#include "check/grant/rules.h"
#include "check/tree/references.h"

#include "base/amount.h"
#include "base/message.h"
#include "check/writing/cells.h"
#include "model/tree/plans.h"

// What is reckoned with the amount, of the key `key`, is not known either.
static void check_not_negative(const struct referrer *referrer, struct money money,
                               const char *key) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    if (money.ore >= 0)
        return;
    report(diagnostics, RULE_WRONG_AMOUNT, referrer->file, money.at,
           _("the amount is negative; a grant and its parts are not"));
    report_unread(diagnostics, (struct unread){referrer->file, money.at, money.at, key});
}

// The first allocations are within the frame, and what was decided later is not.
static void check_changed_frame(const struct repository *repository, const struct grant *grant) {
    struct arena *arena = repository->arena;
    int64_t frame = grant->frame.ore, current = grant->allocated + grant->changed;
    if (grant->allocated > frame || current <= frame || grant->frame.at.line == 0)
        return;
    report(repository->diagnostics, RULE_OVER_FRAME, grant->source->path, grant->frame.at,
           _("with the changes kr %s is allocated, kr %s more than the frame of kr %s"),
           amount_text(arena, current).data, amount_text(arena, current - frame).data,
           amount_text(arena, frame).data);
}

static void check_report(const struct referrer *referrer, const struct allocation *allocation) {
    const struct repository *repository = referrer->repository;
    for (size_t i = 0; i < allocation->reports.count; i++) {
        check_prose(referrer, &allocation->reports.items[i].summary);
        check_prose(referrer, &allocation->reports.items[i].deviation);
    }
    if (!allocation_report_is_overdue(allocation, repository->today))
        return;
    report(repository->diagnostics, RULE_REPORT_OVERDUE, referrer->file, allocation->report_due.at,
           _("the report of '%.*s' was due on %s and has not come; when it does, write rapport: "
             "mottatt: with its date"),
           TEXT_ARGS(allocation->name.text),
           date_iso(repository->arena, allocation->report_due.date).data);
}

static void check_cells(const struct referrer *referrer, const struct allocation *allocation) {
    const struct scalar words[] = {allocation->name, allocation->phase, allocation->applicant};
    const struct prose *const remark = &allocation->remark;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        check_cell(referrer->repository, referrer->file, words[i].at, words[i].text);
    check_cell_of_prose(referrer->repository, referrer->file, &remark, 1);
    for (size_t i = 0; i < allocation->reports.count; i++) {
        const struct grant_report *found = &allocation->reports.items[i];
        const struct prose *const texts[] = {&found->summary, &found->deviation};
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
            check_cell_of_prose(referrer->repository, referrer->file, &texts[k], 1);
    }
}

// The sum for all projects is an amount, too.
static void check_own_share(const struct referrer *referrer, const struct grant *grant) {
    const struct scalar share = grant->own_share.share;
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    int64_t sum = 0;
    if (grant_own_share_is_of_total(grant) && grant_own_share(grant) == 100)
        report(diagnostics, RULE_WRONG_AMOUNT, referrer->file, share.at,
               _("of the total cost, the partners cannot put in all; write less than 100 %%"));
    for (size_t i = 0; i < grant->allocations.count && sum <= AMOUNT_LARGEST; i++)
        sum += grant_own_part(grant, allocation_current(&grant->allocations.items[i]));
    if (sum > AMOUNT_LARGEST)
        report(diagnostics, RULE_WRONG_AMOUNT, referrer->file, share.at,
               _("the sum of the amounts is too large here"));
}

static void check_allocation(const struct referrer *referrer, const struct allocation *allocation) {
    const struct organisation *organisation = referrer->repository->organisation;
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    check_not_negative(referrer, allocation->amount, "beløp");
    check_not_negative(referrer, allocation->put_in, "innskutt");
    check_not_negative(referrer, allocation->applied, "omsøkt");
    for (size_t i = 0; i < allocation->commitments.count; i++)
        check_not_negative(referrer, allocation->commitments.items[i].amount, "bundet");
    check_actions(referrer, &allocation->actions);
    check_prose(referrer, &allocation->remark);
    check_report(referrer, allocation);
    check_cells(referrer, allocation);
    organisation_resolve(organisation, allocation->project_leader, false, referrer->file,
                         diagnostics);
    organisation_resolve(organisation, allocation->recipient, true, referrer->file, diagnostics);
}

static void check_refusal(const struct referrer *referrer, const struct refusal *refusal) {
    const struct prose *const remark = &refusal->remark;
    check_not_negative(referrer, refusal->applied, "omsøkt");
    check_prose(referrer, remark);
    check_cell(referrer->repository, referrer->file, refusal->name.at, refusal->name.text);
    check_cell(referrer->repository, referrer->file, refusal->applicant.at,
               refusal->applicant.text);
    check_cell_of_prose(referrer->repository, referrer->file, &remark, 1);
}

// Against the day of the case that decided the grant, where that is known.
static void check_change_date(const struct referrer *referrer, const struct grant_change *change,
                              struct date decided) {
    if (change->date.date.year > 0 && decided.year > 0 &&
        date_compare(change->date.date, decided) < 0)
        report(referrer->repository->diagnostics, RULE_GRANT_CHANGE, referrer->file,
               change->date.at, _("the change is dated before the grant was decided, on %s"),
               date_iso(referrer->repository->arena, decided).data);
}

static void check_change(const struct referrer *referrer, const struct grant *grant,
                         const struct grant_change *change, struct date decided) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    bool carried = change->kind.index == CHANGE_CARRIED && change->kind.at.line > 0;
    check_deciding_case(referrer, change->decided_by);
    check_not_negative(referrer, change->amount, "beløp");
    check_prose(referrer, &change->remark);
    check_cell_of_prose(referrer->repository, referrer->file,
                        (const struct prose *[]){&change->remark}, 1);
    if (change->of == NULL && change->allocation.text.size > 0)
        check_allocation_reference(referrer, grant, change->allocation);
    check_change_date(referrer, change, decided);
    if (carried && change->from.at.line == 0)
        report(diagnostics, RULE_MISSING_KEY, referrer->file, change->kind.at,
               _("the key 'fra' is missing here: the year that it is carried over from"));
    if (!carried && change->from.at.line > 0)
        report(diagnostics, RULE_GRANT_CHANGE, referrer->file, change->from.at,
               _("'fra' belongs to 'endring: overført' alone"));
    if (change->of != NULL && change_effect(change) < 0 && allocation_current(change->of) < 0)
        report(diagnostics, RULE_GRANT_CHANGE, referrer->file, change->amount.at,
               _("more is taken away than '%.*s' was allocated"), TEXT_ARGS(change->of->name.text));
}

static struct date decision_date(const struct repository *repository, const struct grant *grant) {
    const struct known_case *known =
        repository_case(repository, grant->owner.text, grant->decided_by.text);
    return known == NULL ? (struct date){0, 0, 0} : known->date;
}

void check_grant(const struct repository *repository, const struct grant *grant) {
    const struct referrer referrer = {.repository = repository,
                                      .file = grant->source->path,
                                      .committee = grant->owner.text,
                                      .day = repository_grant_day(repository, grant)};
    const struct organisation *organisation = repository->organisation;
    if (grant->source->broken)
        return;
    organisation_resolve(organisation, grant->owner, true, referrer.file, repository->diagnostics);
    organisation_resolve(organisation, grant->giver, true, referrer.file, repository->diagnostics);
    check_awarding_case(&referrer, grant->decided_by);
    check_prose(&referrer, &grant->remark);
    check_not_negative(&referrer, grant->frame, "ramme");
    for (size_t i = 0; i < grant->allocations.count; i++)
        check_allocation(&referrer, &grant->allocations.items[i]);
    for (size_t i = 0; i < grant->refusals.count; i++)
        check_refusal(&referrer, &grant->refusals.items[i]);
    struct date decided = decision_date(repository, grant);
    for (size_t i = 0; i < grant->changes.count; i++)
        check_change(&referrer, grant, &grant->changes.items[i], decided);
    check_own_share(&referrer, grant);
    check_frame(repository, grant);
    check_changed_frame(repository, grant);
    check_budgets(repository, grant, repository_payments(repository, grant));
    check_frame_account(repository, grant, repository_payments(repository, grant));
}

void check_whole_grant(const struct repository *repository, const struct grant *grant) {
    const struct payments *payments = repository_payments(repository, grant);
    check_grant(repository, grant);
    if (grant->source->broken)
        return;
    if (payments != NULL)
        check_payments(repository, grant, payments);
    check_grant_papers(repository, grant);
}
