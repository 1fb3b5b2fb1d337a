// SPDX-License-Identifier: MIT

#include "document/build/shows.h"

#include "model/meeting/earlier.h"

static void show_case(struct text_list *files, const struct case_history *history,
                      struct arena *arena) {
    if (history == NULL || history->meeting == NULL) {
        text_list_add(files, TEXT(EARLIER_CASES_PATH), arena);
        return;
    }
    text_list_add(files, history->meeting->source->path, arena);
    text_list_add(files, history->paper->source->path, arena);
}

struct text_list shows_of_action(const struct naming_action *naming, struct arena *arena) {
    struct text_list files = {.count = 0};
    for (size_t i = 0; i < naming->case_count; i++)
        show_case(&files, naming->cases[i], arena);
    for (size_t i = 0; i < naming->told_count; i++)
        text_list_add(&files, naming->told[i].note->source->path, arena);
    for (size_t i = 0; i < naming->allocation_count; i++)
        text_list_add(&files, naming->allocations[i].grant->source->path, arena);
    return files;
}

static void show_cases(struct text_list *files, const struct decisions *decisions,
                       const struct text_list *numbers, struct arena *arena) {
    for (size_t i = 0; i < numbers->count; i++)
        show_case(files, index_find(&decisions->histories_by_number, numbers->items[i]), arena);
}

struct text_list shows_of_case(const struct repository *repository,
                               const struct decisions *decisions, const struct meeting *meeting,
                               const struct case_paper *paper, struct arena *arena) {
    struct text_list files = {.count = 0};
    struct text key = repository_case_key(repository, meeting->committee.text, paper->number.text,
                                          meeting->folder);
    const struct case_history *history = index_find(&decisions->histories_by_key, key);
    if (history == NULL)
        return files;
    show_cases(&files, decisions, &history->follows, arena);
    show_cases(&files, decisions, &history->followed_by, arena);
    for (size_t i = 0; i < history->subjects.grants.count; i++) {
        const struct grant *grant = repository_grant(repository, history->subjects.grants.items[i]);
        if (grant != NULL)
            text_list_add(&files, grant->source->path, arena);
    }
    return files;
}
