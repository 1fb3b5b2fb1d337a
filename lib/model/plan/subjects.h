// SPDX-License-Identifier: MIT
// What a decision is about: the actions and grants that its words link to and show.

#ifndef FELLESSKAP_MODEL_PLAN_SUBJECTS_H
#define FELLESSKAP_MODEL_PLAN_SUBJECTS_H

#include "model/tree/repository.h"

// Each once, in the order in which they first come up.
struct subjects {
    struct text_list actions; // as the paper writes them; those that a grant's allocations are for,
                              // too, with the id of the plan where the paper's day has another
    struct text_list grants;  // ids
};

// Of the decision of a paper of a meeting; empty where nothing was decided, or the paper was read
// without its body. A grant of more than `most_allocations` concerns none of their actions.
struct subjects subjects_of(const struct repository *repository, const struct meeting *meeting,
                            const struct case_paper *paper, size_t most_allocations);

// Of all that the paper says, and not of the decision alone.
struct subjects subjects_of_paper(const struct repository *repository,
                                  const struct meeting *meeting, const struct case_paper *paper);

#endif
