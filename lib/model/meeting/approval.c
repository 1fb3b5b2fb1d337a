// SPDX-License-Identifier: MIT

#include "model/meeting/approval.h"

#include "base/path.h"

bool approval_may_be_in(const struct meeting *meeting, struct text folder, struct arena *arena) {
    const size_t date_size = sizeof "2024-10-29" - 1;
    struct text own = meeting_folder_name(arena, meeting->date.date, meeting->committee.text);
    struct text name = text_nfc(arena, path_name(folder));
    struct date date, last_day = meeting->date.date;
    last_day.year++;
    return name.size == own.size && text_compare(name, own) >= 0 &&
           text_ends_with(name, text_slice(own, date_size, own.size)) &&
           date_parse(text_slice(name, 0, date_size), &date) && date_compare(date, last_day) <= 0;
}

static bool was_postponed(const struct case_paper *paper) {
    return case_paper_came_out(paper, OUTCOME_POSTPONED);
}

// The first that is not postponed, else the first.
static bool is_better(const struct approving_paper *one, const struct approving_paper *best) {
    if (best == NULL)
        return true;
    if (was_postponed(one->paper) != was_postponed(best->paper))
        return was_postponed(best->paper);
    return date_compare(one->meeting->date.date, best->meeting->date.date) < 0;
}

const struct approval *approval_find(const struct repository *repository,
                                     const struct meeting *meeting) {
    struct arena *arena = repository->arena;
    struct text own = meeting_folder_name(arena, meeting->date.date, meeting->committee.text);
    const struct approving_paper *one = index_find(&repository->approving, own), *best = NULL;
    for (; one != NULL; one = one->next)
        if (approval_may_be_in(meeting, one->meeting->folder, arena) &&
            !meeting_is_cancelled(one->meeting) && is_better(one, best))
            best = one;
    if (best == NULL)
        return NULL;
    struct approval *found = arena_alloc(arena, sizeof *found);
    *found = (struct approval){
        .number = best->paper->number,
        .outcome = best->paper->outcome,
        .folder = best->meeting->folder,
        .date = best->meeting->date.date,
    };
    return found;
}
