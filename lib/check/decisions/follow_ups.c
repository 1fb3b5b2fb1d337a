// SPDX-License-Identifier: MIT

#include "check/decisions/follow_ups.h"

#include "base/message.h"
#include "model/decisions/decisions.h"

static void check_follow_up(const struct follow_ups *list, const struct meeting *meeting,
                            struct text file, const struct follow_up *follow_up) {
    struct date due = follow_up_due(follow_up, meeting, list->meetings, list->count);
    if (follow_up_state(follow_up, due, list->repository->today) != DECISION_OVERDUE)
        return;
    struct diagnostics *diagnostics = list->repository->diagnostics;
    const char *day = date_iso(list->repository->arena, due).data;
    if (follow_up->point.text.size > 0)
        report(diagnostics, RULE_DEADLINE_PASSED, file, follow_up->deadline.day.at,
               _("the deadline of point %.*s has passed (%s); when it is done, write 'utført' and "
                 "the day"),
               TEXT_ARGS(follow_up->point.text), day);
    else
        report(diagnostics, RULE_DEADLINE_PASSED, file, follow_up->deadline.day.at,
               _("this deadline has passed (%s); when it is done, write 'utført' and the day"),
               day);
}

static void check_item(const struct follow_ups *list, const struct meeting *meeting,
                       const struct agenda_item *item) {
    const struct case_paper *paper = agenda_item_paper(item, list->repository->arena);
    if (paper == NULL)
        return;
    const struct source *source = paper->source != NULL ? paper->source : meeting->source;
    bool decided = case_paper_decision(paper) != NULL || meeting->minutes.at.line > 0;
    if (source->broken || !decided || !case_paper_follow_ups_hold(paper))
        return;
    for (size_t k = 0; k < paper->follow_ups.count; k++)
        check_follow_up(list, meeting, source->path, &paper->follow_ups.items[k]);
}

void follow_ups_add(struct follow_ups *list, const struct meeting *meeting) {
    list->meetings = arena_append(list->repository->arena, list->meetings, list->count,
                                  sizeof(const struct meeting *));
    list->meetings[list->count++] = meeting;
}

void follow_ups_check(const struct follow_ups *list) {
    if (list->repository->today.year == 0)
        return;
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < list->meetings[i]->agenda.count; j++)
            check_item(list, list->meetings[i], &list->meetings[i]->agenda.items[j]);
}
