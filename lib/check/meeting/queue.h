// SPDX-License-Identifier: MIT
// The papers of the queue, as if they had their numbers.

#ifndef FELLESSKAP_CHECK_MEETING_QUEUE_H
#define FELLESSKAP_CHECK_MEETING_QUEUE_H

#include "model/meeting/queue.h"
#include "model/tree/repository.h"

// A paper in a folder as if it were the only one of a meeting of the committee.
void check_paper_alone(const struct repository *repository, struct text folder,
                       struct text_list files, struct scalar committee,
                       const struct case_paper *paper);

void check_queue(const struct repository *repository, const struct queue *queue);

#endif
