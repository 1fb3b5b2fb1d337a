// SPDX-License-Identifier: MIT

#include "check/meeting/numbers.h"

#include "base/message.h"

void meeting_numbers_init(struct meeting_numbers *numbers, const struct repository *repository) {
    numbers->repository = repository;
    index_init(&numbers->numbers, repository->arena);
    index_init(&numbers->approvals, repository->arena);
}

static void add_number(struct meeting_numbers *numbers, const struct meeting *meeting) {
    struct text key =
        text_format(numbers->repository->arena, "%.*s %.*s", TEXT_ARGS(meeting->committee.text),
                    TEXT_ARGS(meeting->number.text));
    if (meeting->number.text.size == 0 || meeting->committee.text.size == 0)
        return;
    const struct meeting *first = index_add(&numbers->numbers, key, meeting);
    if (first != NULL)
        report(numbers->repository->diagnostics, RULE_MEETING_NUMBER, meeting->source->path,
               meeting->number.at,
               _("meeting %.*s of %.*s is %.*s already; give this one the next number"),
               TEXT_ARGS(meeting->number.text), TEXT_ARGS(meeting->committee.text),
               TEXT_ARGS(first->folder));
}

static bool was_put_off(const struct case_paper *paper) {
    return case_paper_came_out(paper, OUTCOME_POSTPONED) ||
           case_paper_came_out(paper, OUTCOME_WITHDRAWN);
}

static void add_approvals(struct meeting_numbers *numbers, const struct case_paper *paper) {
    for (size_t i = 0; i < paper->approves.count; i++) {
        const struct scalar *name = &paper->approves.items[i];
        const struct case_paper *first = index_add(&numbers->approvals, name->text, paper);
        if (first != NULL && first != paper)
            report(numbers->repository->diagnostics, RULE_MEETING_NUMBER, paper->source->path,
                   name->at, _("the minutes of %.*s are approved in %.*s already"),
                   TEXT_ARGS(name->text), TEXT_ARGS(first->source->path));
    }
}

void meeting_numbers_add(struct meeting_numbers *numbers, const struct meeting *meeting) {
    if (meeting->source->broken || meeting_is_cancelled(meeting))
        return;
    add_number(numbers, meeting);
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        if (paper != NULL && !was_put_off(paper))
            add_approvals(numbers, paper);
    }
}
