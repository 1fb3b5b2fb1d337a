// SPDX-License-Identifier: MIT
// Proposals of an earlier revision held against those of today: git merges a proposal that one
// branch has changed with the minutes that another has written, without a word.

#ifndef FELLESSKAP_CHECK_DECISIONS_PROPOSALS_H
#define FELLESSKAP_CHECK_DECISIONS_PROPOSALS_H

#include "model/tree/repository.h"

// Reports (proposal-changed) each proposal whose words are not those of the earlier tree, where the
// case has its outcome, its papers have been sent, or a follow-up names its points by number.
// `revision` is for messages.
void proposals_compare(struct repository *repository, const struct repository *earlier,
                       struct text revision);

#endif
