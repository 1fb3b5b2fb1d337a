// SPDX-License-Identifier: MIT

#include "check/meeting/queue.h"

#include "check/meeting/rules.h"

void check_paper_alone(struct repository *repository, struct text folder, struct scalar committee,
                       const struct case_paper *paper) {
    struct agenda_item item = {.paper = paper};
    const struct meeting alone = {
        .folder = folder,
        .committee = committee,
        .agenda = {&item, 1},
    };
    check_case_front(repository, &alone, paper);
    check_case_papers(repository, &alone);
}

void check_queue(struct repository *repository, const struct queue *queue) {
    for (size_t i = 0; i < queue->count; i++) {
        const struct queued_case *queued = &queue->items[i];
        struct text content;
        if (queued->committee.text.size == 0)
            continue; // which has been reported
        const struct case_paper *paper = queue_paper(repository, queued, TEXT("1/00"), &content);
        if (paper != NULL)
            check_paper_alone(repository, TEXT(QUEUE_FOLDER), queued->committee, paper);
    }
}
