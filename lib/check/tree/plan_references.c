// SPDX-License-Identifier: MIT

#include "check/tree/plan_references.h"

#include "base/message.h"
#include "base/suggest.h"
#include "model/plan/numbers.h"
#include "model/tree/plans.h"

// An action or a goal, as it is written and as it was looked up.
struct missing {
    enum rule rule;
    const char *what;
    struct scalar written;
    const struct plan *plan; // in which it is not; NULL: which is meant is not known
    struct text number;
    const void *(*find)(const struct plan *plan, struct text number, struct date day);
    const struct index *(*numbers)(const struct plan *plan);
};

static const void *find_action(const struct plan *plan, struct text number, struct date day) {
    return plan_action(plan, number, day);
}

static const void *find_goal(const struct plan *plan, struct text number, struct date day) {
    return plan_goal(plan, number, day);
}

static const struct index *actions_of(const struct plan *plan) {
    return &plan->actions;
}

static const struct index *goals_of(const struct plan *plan) {
    return &plan->goals;
}

// Another plan that has the number; the last where several have it.
static const struct plan *other_plan(const struct referrer *referrer,
                                     const struct missing *missing) {
    const struct plan *found = NULL;
    for (size_t i = 0; i < referrer->repository->plans.count; i++) {
        const struct plan *plan = referrer->repository->plans.items[i];
        if (plan != missing->plan && missing->find(plan, missing->number, referrer->day) != NULL)
            found = plan;
    }
    return found;
}

static void report_unknown_plan(const struct referrer *referrer, struct scalar written,
                                struct text id) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    report(diagnostics, RULE_UNKNOWN_PLAN, referrer->file, written.at,
           _("there is no plan '%.*s' in plan/; the ids are: %.*s"), TEXT_ARGS(id),
           TEXT_ARGS(repository_plan_ids(referrer->repository)));
}

static void report_which_plan(const struct referrer *referrer, const struct missing *missing) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    const struct plan *other = other_plan(referrer, missing);
    struct text id = other == NULL ? TEXT("ID") : other->id.text;
    struct date day =
        referrer->day.year != 0 ? referrer->day : repository_now(referrer->repository);
    report(diagnostics, RULE_WHICH_PLAN, referrer->file, missing->written.at,
           _("nobody knows which plan is meant: no plan is the only one in force on %s; write its "
             "id before the number, like %.*s/%.*s (the plans are: %.*s)"),
           date_iso(referrer->repository->arena, day).data, TEXT_ARGS(id),
           TEXT_ARGS(missing->number), TEXT_ARGS(repository_plan_ids(referrer->repository)));
}

// What was that in the other plan has this number here; empty: nothing says so.
static struct text successor(const struct plan *plan, const struct plan *other,
                             struct text number) {
    struct plan_walk walk = {.plan = plan};
    for (const struct action *action; (action = plan_next_action(&walk)) != NULL;)
        for (size_t i = 0; i < action->former.count; i++)
            if (text_equal(action->former.items[i].plan.text, other->id.text) &&
                text_equal(action->former.items[i].number.text, number))
                return action->number.text;
    return TEXT("");
}

static void report_other_plan(const struct referrer *referrer, const struct missing *missing,
                              const struct plan *other) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    struct text now = missing->rule == RULE_UNKNOWN_ACTION
                          ? successor(missing->plan, other, missing->number)
                          : TEXT("");
    if (now.size > 0)
        report(diagnostics, missing->rule, referrer->file, missing->written.at,
               _("the plan '%.*s' has no %s %.*s: what was that in the plan '%.*s' is %.*s now; "
                 "write that, or %.*s/%.*s"),
               TEXT_ARGS(missing->plan->id.text), missing->what, TEXT_ARGS(missing->number),
               TEXT_ARGS(other->id.text), TEXT_ARGS(now), TEXT_ARGS(other->id.text),
               TEXT_ARGS(missing->number));
    else
        report(diagnostics, missing->rule, referrer->file, missing->written.at,
               _("the plan '%.*s' has no %s %.*s; if that of the plan '%.*s' is meant, write "
                 "%.*s/%.*s"),
               TEXT_ARGS(missing->plan->id.text), missing->what, TEXT_ARGS(missing->number),
               TEXT_ARGS(other->id.text), TEXT_ARGS(other->id.text), TEXT_ARGS(missing->number));
}

static void report_missing(const struct referrer *referrer, const struct missing *missing) {
    struct diagnostics *diagnostics = referrer->repository->diagnostics;
    const struct plan *other = other_plan(referrer, missing);
    struct text near =
        index_suggestion(missing->numbers(missing->plan), missing->number, diagnostics);
    struct scalar written = missing->written;
    if (other != NULL)
        report_other_plan(referrer, missing, other);
    else if (near.size > 0)
        report(diagnostics, missing->rule, referrer->file, written.at,
               _("there is no %s %.*s; did you mean %.*s?"), missing->what, TEXT_ARGS(written.text),
               TEXT_ARGS(near));
    else
        report(diagnostics, missing->rule, referrer->file, written.at, _("there is no %s %.*s"),
               missing->what, TEXT_ARGS(written.text));
}

static void judge(const struct referrer *referrer, const struct missing *missing, bool found) {
    const struct repository *repository = referrer->repository;
    struct text id = plan_reference_of(missing->written.text).plan;
    if (found || repository->plans.count == 0 ||
        (missing->plan != NULL && missing->plan->source->broken))
        return;
    if (missing->plan != NULL)
        report_missing(referrer, missing);
    else if (id.size > 0)
        report_unknown_plan(referrer, missing->written, id);
    else
        report_which_plan(referrer, missing);
}

// What had the number that a paper names has had another one since before the day of the paper; of
// year 0: has another one today.
static void check_not_renumbered(const struct referrer *referrer, struct scalar written,
                                 struct found_action found) {
    const struct action *action = found.action;
    struct text now = action->number.text;
    if (text_equal(now, found.number) || !action->is_numbered)
        return;
    for (size_t i = 0; i < action->former.count; i++) {
        const struct former_number *former = &action->former.items[i];
        struct date until = former->until.date;
        bool is_over =
            until.year != 0 && (referrer->day.year == 0 || date_compare(referrer->day, until) > 0);
        if (is_over && text_equal(former->number.text, found.number))
            report(referrer->repository->diagnostics, RULE_RENUMBERED_ACTION, referrer->file,
                   written.at, _("action %.*s has had the number %.*s since %s; write that"),
                   TEXT_ARGS(found.number), TEXT_ARGS(now),
                   date_iso(referrer->repository->arena, date_next(until)).data);
    }
}

void check_plan_id(const struct referrer *referrer, struct scalar id) {
    const struct repository *repository = referrer->repository;
    if (id.text.size > 0 && repository->plans.count > 0 &&
        repository_plan_of_id(repository, id.text) == NULL)
        report_unknown_plan(referrer, id, id.text);
}

void check_action(const struct referrer *referrer, struct scalar number) {
    if (number.text.size == 0)
        return;
    struct found_action found = repository_action(referrer->repository, number.text, NULL,
                                                  referrer->committee, referrer->day);
    const struct missing missing = {RULE_UNKNOWN_ACTION, _("action"), number,    found.plan,
                                    found.number,        find_action, actions_of};
    judge(referrer, &missing, found.action != NULL);
    if (found.action != NULL)
        check_not_renumbered(referrer, number, found);
}

void check_goal(const struct referrer *referrer, struct scalar number) {
    struct found_goal found = repository_goal(referrer->repository, number.text, NULL,
                                              referrer->committee, referrer->day);
    const struct missing missing = {RULE_UNKNOWN_GOAL, _("goal"), number,  found.plan,
                                    found.number,      find_goal, goals_of};
    judge(referrer, &missing, found.goal != NULL);
}
