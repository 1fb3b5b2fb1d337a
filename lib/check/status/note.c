// SPDX-License-Identifier: MIT

#include "check/status/rules.h"

#include "base/message.h"
#include "check/tree/references.h"
#include "check/writing/cells.h"
#include "model/tree/plans.h"

// Prose that has a cell of its own in the workbook.
static void check_prose_of_cell(const struct referrer *referrer, const struct prose *prose) {
    check_prose(referrer, prose);
    check_cell_of_prose(referrer->repository, referrer->file, &prose, 1);
}

static void check_once(const struct referrer *referrer, struct index *seen, struct scalar number) {
    if (number.text.size > 0 && index_add(seen, number.text, referrer) != NULL)
        report(referrer->repository->diagnostics, RULE_DUPLICATE_ID, referrer->file, number.at,
               _("%.*s is reported on twice"), TEXT_ARGS(number.text));
}

static void check_not_before_plan(const struct referrer *referrer, const struct status_note *note) {
    const struct plan *plan = referrer->repository->plan;
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    if (plan == NULL || note->actions.count == 0 || note->date.date.year == 0)
        return;
    struct date first = plan_first_day(plan);
    if (date_compare(note->date.date, first) >= 0)
        return;
    if (plan->in_force.from.date.year == 0)
        report(diagnostics, RULE_STATUS_BEFORE_PLAN, referrer->file, note->date.at,
               _("the note is from before the plan, which begins in %d"), plan->period.from);
    else
        report(diagnostics, RULE_STATUS_BEFORE_PLAN, referrer->file, note->date.at,
               _("the note is from before the plan, which begins on %s"),
               date_iso(referrer->repository->arena, first).data);
}

static void check_reported_actions(const struct referrer *referrer,
                                   const struct status_note *note) {
    struct index seen;
    index_init(&seen, referrer->repository->arena);
    for (size_t i = 0; i < note->actions.count; i++) {
        const struct reported_action *action = &note->actions.items[i];
        check_action(referrer, action->number);
        check_once(referrer, &seen, action->number);
        check_prose_of_cell(referrer, &action->comment);
    }
    check_not_before_plan(referrer, note);
}

// What a goal says where no status was given: then its blank is no oversight.
static bool is_blank_on_purpose(struct text status) {
    return text_is(status, GOAL_WITHOUT_STATUS);
}

static void check_goal_status(const struct referrer *referrer, const struct note_part *part,
                              const struct reported_goal *goal, bool listed,
                              const struct index *numbers) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    struct scalar status = goal->status;
    if (goal->same_as.text.size > 0 && index_find(numbers, goal->same_as.text) == NULL)
        report(diagnostics, RULE_UNKNOWN_GOAL, referrer->file, goal->same_as.at,
               _("'%.*s' has no goal %.*s"), TEXT_ARGS(part->name.text),
               TEXT_ARGS(goal->same_as.text));
    if (status.text.size > 0 && !is_blank_on_purpose(status.text) &&
        scale_place(part, status.text) < 0)
        report(diagnostics, RULE_STATUS_SCALE, referrer->file, status.at,
               _("'%.*s' is not on the scale of '%.*s'; its words are: %.*s"),
               TEXT_ARGS(status.text), TEXT_ARGS(part->name.text),
               TEXT_ARGS(scale_words(part, referrer->repository->arena)));
    else if (status.text.size == 0 && goal->same_as.text.size == 0 && !listed)
        report(diagnostics, RULE_NO_STATUS, referrer->file, goal->text.at,
               _("the goal has no status; if none was given, write 'status: %s'"),
               GOAL_WITHOUT_STATUS);
}

static void check_group(const struct referrer *referrer, const struct note_part *part,
                        const struct goal_group *group, const struct index *numbers) {
    check_prose(referrer, &group->remark);
    for (size_t i = 0; i < group->goals.count; i++) {
        const struct reported_goal *goal = &group->goals.items[i];
        check_prose_of_cell(referrer, &goal->text);
        check_prose_of_cell(referrer, &goal->comment);
        check_goal_status(referrer, part, goal, goal_group_is_listed(group), numbers);
    }
}

static void check_part(const struct referrer *referrer, const struct note_part *part) {
    struct index numbers;
    index_init(&numbers, referrer->repository->arena);
    check_prose(referrer, &part->remark);
    for (size_t i = 0; i < part->groups.count; i++)
        for (size_t j = 0; j < part->groups.items[i].goals.count; j++)
            check_once(referrer, &numbers, part->groups.items[i].goals.items[j].number);
    for (size_t i = 0; i < part->groups.count; i++)
        check_group(referrer, part, &part->groups.items[i], &numbers);
    check_told(referrer, part);
}

void check_status_note(const struct repository *whole, const struct status_note *note) {
    struct repository of_note = *whole; // its numbers are those of its plan
    const struct repository *repository = &of_note;
    const struct plan *plan = of_note.plan = repository_plan_of_note(whole, note);
    struct referrer referrer = {.repository = repository,
                                .file = note->source->path,
                                .committee = note->owner.text,
                                .day = note->date.date};
    if (note->source->broken)
        return;
    if (referrer.committee.size == 0 && plan != NULL)
        referrer.committee = plan->owner.text;
    if (note->owner.text.size > 0)
        organisation_resolve(repository->organisation, note->owner, true, referrer.file,
                             repository->diagnostics);
    check_plan_id(&referrer, note->plan);
    check_case(&referrer, note->reported_in);
    check_prose(&referrer, &note->text);
    check_prose(&referrer, &note->appendix);
    check_reported_actions(&referrer, note);
    for (size_t i = 0; i < note->parts.count; i++)
        check_part(&referrer, &note->parts.items[i]);
    check_told_outside(&referrer, note);
    check_slides(&referrer, note);
}

void check_status_notes(const struct repository *repository) {
    const struct status_note *before = NULL;
    for (size_t i = 0; i < repository->notes.count; i++) {
        const struct status_note *note = repository->notes.items[i];
        if (note->actions.count == 0 || note->date.date.year == 0)
            continue;
        if (before != NULL && date_compare(before->date.date, note->date.date) == 0 &&
            repository_plan_of_note(repository, before) ==
                repository_plan_of_note(repository, note))
            report(repository->diagnostics, RULE_NOTE_DAY, note->source->path, note->date.at,
                   _("%.*s is of the same day, and nobody knows which of them came last; write "
                     "one note a day"),
                   TEXT_ARGS(before->source->path));
        before = note;
    }
}
