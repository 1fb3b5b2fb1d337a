// SPDX-License-Identifier: MIT

#include "check/meeting/queue.h"

#include "base/message.h"
#include "check/meeting/rules.h"

void check_paper_alone(const struct repository *repository, struct text folder,
                       struct text_list files, struct scalar committee,
                       const struct case_paper *paper) {
    struct agenda_item item = {.paper = paper};
    const struct meeting alone = {
        .folder = folder,
        .files = files,
        .committee = committee,
        .agenda = {&item, 1},
    };
    check_case_front(repository, &alone, paper);
    check_case_papers(repository, &alone);
}

// By committee and title: two people have put it there, or one of two branches has renamed it.
static void check_queued_once(const struct repository *repository, struct index *titles,
                              const struct queued_case *queued, const struct case_paper *paper) {
    struct arena *arena = repository->arena;
    struct text title = text_lower(arena, text_nfc(arena, text_trim(paper->title.text)));
    struct text key =
        text_format(arena, "%.*s %.*s", TEXT_ARGS(queued->committee.text), TEXT_ARGS(title));
    const struct case_paper *first = title.size == 0 ? NULL : index_add(titles, key, paper);
    if (first != NULL)
        report(repository->diagnostics, RULE_CASE_QUEUED_TWICE, paper->source->path,
               paper->title.at,
               _("a case of this title waits in %.*s already; delete one of them, "
                 "or give them titles that differ"),
               TEXT_ARGS(first->source->path));
}

void check_queue(const struct repository *repository, const struct queue *queue) {
    struct index titles;
    index_init(&titles, repository->arena);
    for (size_t i = 0; i < queue->count; i++) {
        const struct queued_case *queued = &queue->items[i];
        if (queued->paper == NULL)
            continue;
        check_paper_alone(repository, TEXT(QUEUE_FOLDER), queue->files, queued->committee,
                          queued->paper);
        check_queued_once(repository, &titles, queued, queued->paper);
    }
}
