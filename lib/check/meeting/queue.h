// SPDX-License-Identifier: MIT
// The papers of the queue, as if they had their numbers.

#ifndef FELLESSKAP_CHECK_MEETING_QUEUE_H
#define FELLESSKAP_CHECK_MEETING_QUEUE_H

#include "model/meeting/queue.h"

// A paper in a folder as if it were the only one of a meeting of the committee.
void check_paper_alone(struct repository *repository, struct text folder, struct scalar committee,
                       const struct case_paper *paper);

void check_queue(struct repository *repository, const struct queue *queue);

#endif
