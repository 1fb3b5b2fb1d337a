// SPDX-License-Identifier: MIT

#include "check/grant/frame_account.h"

#include "base/amount.h"
#include "base/message.h"
#include "model/grant/frame_account.h"

static void check_receipts(const struct repository *repository, const struct grant *grant,
                           const struct receipts *receipts) {
    for (size_t i = 0; i < receipts->count; i++)
        if (receipts->items[i].amount.ore < 0)
            report(repository->diagnostics, RULE_WRONG_AMOUNT, grant->source->path,
                   receipts->items[i].amount.at,
                   _("the amount is negative; what is paid back is written under tilbakebetalt"));
}

static struct position last_place(const struct receipts *received,
                                  const struct receipts *returned) {
    const struct receipts *from = received->count > 0 ? received : returned;
    return from->items[from->count - 1].amount.at;
}

void check_frame_account(const struct repository *repository, const struct grant *grant,
                         const struct payments *payments) {
    struct arena *arena = repository->arena;
    int64_t received = receipts_sum(&grant->received), frame = grant->frame.ore;
    struct arena scratch;
    check_receipts(repository, grant, &grant->received);
    check_receipts(repository, grant, &grant->returned);
    if (grant->received.count > 0 && received > frame && grant->frame.at.line > 0)
        report(repository->diagnostics, RULE_FRAME_ACCOUNT, grant->source->path,
               last_place(&grant->received, &grant->returned),
               _("kr %s is received, kr %s more than the frame of kr %s"),
               amount_text(arena, received).data, amount_text(arena, received - frame).data,
               amount_text(arena, frame).data);
    arena_init(&scratch, arena->out_of_memory);
    struct frame_account account = frame_account_of(grant, payments, &scratch);
    for (size_t i = 0; i < account.count; i++)
        if (account.items[i].closing < 0)
            report(repository->diagnostics, RULE_FRAME_ACCOUNT, grant->source->path,
                   last_place(&grant->received, &grant->returned),
                   _("at the end of %d, kr %s more is spent and given back than was received"),
                   account.items[i].year, amount_text(arena, -account.items[i].closing).data);
    arena_free(&scratch);
}
