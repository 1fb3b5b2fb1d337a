// SPDX-License-Identifier: MIT

#include "check/check.h"
#include "check/references.h"

#include "base/amount.h"
#include "base/message.h"

static void check_not_negative(const struct referrer *referrer, struct money money) {
    if (money.ore < 0)
        report(referrer->repository->diagnostics, RULE_WRONG_AMOUNT, referrer->file, money.at,
               _("the amount is negative; a grant and its parts are not"));
}

void check_frame(const struct repository *repository, const struct grant *grant) {
    struct arena *arena = repository->arena;
    int64_t frame = grant->frame.ore;
    if (grant->allocated <= frame || grant->frame.at.line == 0 || frame < 0)
        return;
    report(repository->diagnostics, RULE_OVER_FRAME, grant->source->path, grant->frame.at,
           _("kr %s is allocated, kr %s more than the frame of kr %s"),
           amount_text(arena, grant->allocated).data,
           amount_text(arena, grant->allocated - frame).data, amount_text(arena, frame).data);
}

void check_grant(struct repository *repository, const struct grant *grant) {
    const struct referrer referrer = {
        .repository = repository, .file = grant->source->path, .committee = grant->owner.text};
    const struct organisation *organisation = repository->organisation;
    if (grant->source->broken)
        return;
    organisation_resolve(organisation, grant->owner, true, referrer.file, repository->diagnostics);
    check_case(&referrer, grant->decided_by);
    check_prose(&referrer, &grant->remark);
    check_not_negative(&referrer, grant->frame);
    for (size_t i = 0; i < grant->allocations.count; i++) {
        const struct allocation *allocation = &grant->allocations.items[i];
        check_not_negative(&referrer, allocation->amount);
        check_actions(&referrer, &allocation->actions);
        check_prose(&referrer, &allocation->remark);
        organisation_resolve(organisation, allocation->project_leader, false, referrer.file,
                             repository->diagnostics);
    }
    check_frame(repository, grant);
}
