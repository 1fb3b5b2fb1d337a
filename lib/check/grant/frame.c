// SPDX-License-Identifier: MIT

#include "check/grant/frame.h"

#include "base/amount.h"
#include "base/message.h"

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
