// SPDX-License-Identifier: MIT

#include "check/decisions/shown.h"

#include "base/message.h"
#include "check/fix/back_reference.h"
#include "model/plan/subjects.h"
#include "model/tree/plans.h"

// Time grows with decisions times allocations; real grants have some tens.
enum { MOST_ALLOCATIONS = 200 };

// An action or a grant, and the cases whose decisions are about it.
struct touched {
    const struct grant *grant;
    size_t place;           // among the grants
    struct text_list cases; // in full: "ASU-42/24"
    bool decides;           // the last of them is a decision, not only noted
};

// The actions of a plan, by action->order; NULL where no decision is about one.
struct touched_plan {
    const struct plan *plan;
    struct touched **actions;
    struct touched_plan *next;
};

void shown_decisions_init(struct shown_decisions *shown, const struct repository *repository) {
    *shown = (struct shown_decisions){.repository = repository};
    index_init(&shown->grant_ids, repository->arena);
}

static void add_case(const struct shown_decisions *shown, struct touched *touched,
                     struct text number, const struct case_paper *paper) {
    text_list_add(&touched->cases, number, shown->repository->arena);
    touched->decides = paper->type.index == CASE_DECISION;
}

// What is known of the actions of a plan, in their order.
static struct touched **touched_actions(struct shown_decisions *shown, const struct plan *plan) {
    struct arena *arena = shown->repository->arena;
    struct touched_plan *of = shown->plans;
    while (of != NULL && of->plan != plan)
        of = of->next;
    if (of == NULL) {
        of = arena_alloc(arena, sizeof *of);
        *of = (struct touched_plan){
            .plan = plan,
            .actions = arena_alloc(arena, (plan->action_count + 1) * sizeof *of->actions),
            .next = shown->plans};
        shown->plans = of;
    }
    return of->actions;
}

static void add_action(struct shown_decisions *shown, const struct meeting *meeting,
                       struct text action_number, struct text number,
                       const struct case_paper *paper) {
    struct found_action found = repository_action(shown->repository, action_number, NULL,
                                                  meeting->committee.text, meeting->date.date);
    if (found.action == NULL || !found.plan->is_whole || found.plan->source->broken)
        return;
    struct touched **touched = &touched_actions(shown, found.plan)[found.action->original->order];
    if (*touched == NULL)
        *touched = arena_alloc(shown->repository->arena, sizeof **touched);
    add_case(shown, *touched, number, paper);
}

static void add_grant(struct shown_decisions *shown, struct text id, struct text number,
                      const struct case_paper *paper) {
    struct arena *arena = shown->repository->arena;
    const struct grant *grant = repository_grant(shown->repository, id);
    if (grant == NULL || grant->source->broken)
        return;
    struct touched *touched = arena_alloc(arena, sizeof *touched);
    const struct touched *known = index_add(&shown->grant_ids, id, touched);
    if (known == NULL) {
        touched->grant = grant;
        touched->place = shown->grant_count;
        shown->grants =
            arena_append(arena, shown->grants, shown->grant_count, sizeof *shown->grants);
        shown->grants[shown->grant_count++] = touched;
    }
    add_case(shown, known == NULL ? touched : shown->grants[known->place], number, paper);
}

void shown_decisions_add(struct shown_decisions *shown, const struct meeting *meeting) {
    for (size_t i = 0; i < meeting->agenda.count; i++) {
        const struct case_paper *paper = meeting->agenda.items[i].paper;
        struct case_number parts;
        if (paper == NULL || paper->source->broken || is_exempt(&paper->exemption) ||
            !case_number_parse(paper->number.text, &shown->repository->sources,
                               meeting->committee.text, &parts))
            continue;
        struct text number = repository_case_in_full(shown->repository, meeting->committee.text,
                                                     paper->number.text, meeting->folder);
        struct subjects subjects = subjects_of(shown->repository, meeting, paper, MOST_ALLOCATIONS);
        for (size_t j = 0; j < subjects.actions.count; j++)
            add_action(shown, meeting, subjects.actions.items[j], number, paper);
        for (size_t j = 0; j < subjects.grants.count; j++)
            add_grant(shown, subjects.grants.items[j], number, paper);
    }
}

// Those of the cases that the thing, a document of `committee`, does not name, as it would write
// them: "42/24, PSU-5/24". `named` has the others.
static struct text missing_cases(const struct shown_decisions *shown, const struct touched *touched,
                                 struct index *named, struct text committee, size_t *count) {
    struct arena *arena = shown->repository->arena;
    struct text *missing = arena_alloc(arena, touched->cases.count * sizeof *missing);
    *count = 0;
    for (size_t i = 0; i < touched->cases.count; i++) {
        struct text number = touched->cases.items[i];
        struct case_number parts;
        struct text key = repository_case_key(shown->repository, committee, number, TEXT(""));
        if (index_add(named, key, touched) != NULL ||
            !case_number_parse(number, &shown->repository->sources, committee, &parts))
            continue;
        bool own = text_equal(parts.committee, committee);
        missing[(*count)++] = own ? parts.rest : number;
    }
    return text_join(arena, missing, *count, TEXT(", "));
}

static void name_case(const struct repository *repository, struct index *named,
                      const struct scalar *number, struct text committee) {
    index_add(named, repository_case_key(repository, committee, number->text, TEXT("")), number);
}

static void name_cases(const struct repository *repository, struct index *named,
                       const struct scalar_list *numbers, struct text committee) {
    for (size_t i = 0; i < numbers->count; i++)
        name_case(repository, named, &numbers->items[i], committee);
}

// An action and its copies are one: each may name some.
static void check_action(const struct shown_decisions *shown, const struct touched_plan *of,
                         const struct action *action) {
    const struct repository *repository = shown->repository;
    const struct plan *plan = of->plan;
    const struct touched *touched = of->actions[action->order];
    struct index named;
    struct fix fix;
    size_t count;
    if (touched == NULL)
        return; // also of a copy
    index_init(&named, repository->arena);
    name_cases(repository, &named, &action->decided_by, plan->owner.text);
    for (const struct action *copy = action->first_copy; copy != NULL; copy = copy->next_copy)
        name_cases(repository, &named, &copy->decided_by, plan->owner.text);
    struct text cases = missing_cases(shown, touched, &named, plan->owner.text, &count);
    if (count == 0)
        return;
    report(repository->diagnostics, RULE_DECISION_NOT_SHOWN, plan->source->path, action->number.at,
           _("'vedtak' of action %.*s lacks %.*s, which decided on it"),
           TEXT_ARGS(action->number.text), TEXT_ARGS(cases));
    struct source *source = source_find(&repository->sources, plan->source->path);
    if (source != NULL &&
        back_reference_fix_cases(&repository->sources, source, action, cases, &fix))
        report_fix(repository->diagnostics, fix);
}

static void check_grant(const struct shown_decisions *shown, const struct touched *touched) {
    const struct repository *repository = shown->repository;
    const struct grant *grant = touched->grant;
    struct text owner = grant->owner.text;
    struct index named;
    struct fix fix;
    size_t count;
    index_init(&named, repository->arena);
    name_case(repository, &named, &grant->decided_by, owner);
    for (size_t i = 0; i < grant->changes.count; i++)
        name_case(repository, &named, &grant->changes.items[i].decided_by, owner);
    struct text cases = missing_cases(shown, touched, &named, owner, &count);
    if (count == 0)
        return;
    report(repository->diagnostics, RULE_DECISION_NOT_SHOWN, grant->source->path, grant->id.at,
           _("neither 'vedtatt' nor 'endringer' of this grant names %.*s, which decided on it"),
           TEXT_ARGS(cases));
    struct source *source = source_find(&repository->sources, grant->source->path);
    // Of several, people say which was the first; the others are changes.
    if (source != NULL && count == 1 && touched->cases.count == 1 && touched->decides &&
        back_reference_fix_grant(&repository->sources, source, grant, cases, &fix))
        report_fix(repository->diagnostics, fix);
}

void shown_decisions_check(const struct shown_decisions *shown) {
    const struct action *action;
    for (const struct touched_plan *of = shown->plans; of != NULL; of = of->next)
        for (struct plan_walk walk = {.plan = of->plan};
             (action = plan_next_action(&walk)) != NULL;)
            check_action(shown, of, action);
    for (size_t i = 0; i < shown->grant_count; i++)
        check_grant(shown, shown->grants[i]);
}
