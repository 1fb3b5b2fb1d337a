// SPDX-License-Identifier: MIT

#include "check/plan/rules.h"

#include "base/message.h"
#include "check/plan/graph.h"
#include "check/fix/back_reference.h"
#include "model/plan/dependency.h"

struct reference_check {
    const struct repository *repository;
    const struct plan *plan;
    const struct action_graph *graph;
};

static void check_not_dropped(const struct reference_check *check,
                              const struct action_reference *reference, bool is_awaited) {
    struct diagnostics *diagnostics = check->repository->diagnostics;
    struct text file = check->plan->source->path;
    struct text from = reference->from->number.text, to = reference->to->number.text;
    if (!action_is_dropped(reference->to) || action_is_dropped(reference->from))
        return;
    const char *status = action_status_name(reference->to, check->repository->arena);
    if (is_awaited)
        report(diagnostics, RULE_WAITS_FOR_DROPPED_ACTION, file, reference->at,
               _("action %.*s depends on %.*s, which has the status '%s'"), TEXT_ARGS(from),
               TEXT_ARGS(to), status);
    else
        report(diagnostics, RULE_SEES_DROPPED_ACTION, file, reference->at,
               _("action %.*s is seen together with %.*s, which has the status '%s'"),
               TEXT_ARGS(from), TEXT_ARGS(to), status);
}

static void check_not_later(const struct reference_check *check,
                            const struct action_reference *reference) {
    int first = 0, last = 0, first_of_other = 0, last_of_other = 0;
    if (!action_planned_years(reference->from, &first, &last) ||
        !action_planned_years(reference->to, &first_of_other, &last_of_other) ||
        last >= first_of_other)
        return;
    report(check->repository->diagnostics, RULE_WAITS_FOR_LATER_ACTION, check->plan->source->path,
           reference->at, _("action %.*s, of %d, depends on %.*s, which does not begin before %d"),
           TEXT_ARGS(reference->from->number.text), last, TEXT_ARGS(reference->to->number.text),
           first_of_other);
}

// The things that refer to one that does not refer back, collected for one message.
struct missing_back {
    const struct action *at; // as the first of them names it
    struct text *numbers;
    size_t count;
};

static void report_one_way(const struct reference_check *check,
                           const struct missing_back *missing) {
    struct arena *arena = check->repository->arena;
    struct diagnostics *diagnostics = check->repository->diagnostics;
    struct text numbers = text_join(arena, missing->numbers, missing->count, TEXT(", "));
    struct source *source = source_find(&check->repository->sources, check->plan->source->path);
    struct fix fix;
    report(diagnostics, RULE_ONE_WAY_REFERENCE, check->plan->source->path, missing->at->number.at,
           _("'se' is given on one side only: that of action %.*s lacks %.*s"),
           TEXT_ARGS(missing->at->number.text), TEXT_ARGS(numbers));
    if (source != NULL &&
        back_reference_fix(&check->repository->sources, source, missing->at, numbers, &fix))
        report_fix(diagnostics, fix);
}

// The references to each thing, as a graph the other way round: its edges are those of `graph`.
static struct graph reversed(const struct graph *graph, struct arena *arena) {
    size_t count = graph->first[graph->count];
    size_t *first = arena_alloc(arena, (graph->count + 2) * sizeof *first);
    size_t *edges = arena_alloc(arena, (count + 1) * sizeof *edges);
    for (size_t edge = 0; edge < count; edge++)
        first[graph->targets[edge] + 2]++;
    for (size_t i = 2; i < graph->count + 2; i++)
        first[i] += first[i - 1];
    for (size_t edge = 0; edge < count; edge++)
        edges[first[graph->targets[edge] + 1]++] = edge;
    return (struct graph){graph->count, first, edges};
}

static void check_both_ways(const struct reference_check *check) {
    struct arena *arena = check->repository->arena;
    const struct graph *graph = &check->graph->graph;
    const struct graph back = reversed(graph, arena);
    // By thing: the last one that refers to it, plus 1, or that has been asked to.
    size_t *seen = arena_alloc(arena, (graph->count + 1) * sizeof *seen);
    struct missing_back missing = {
        .numbers = arena_alloc(arena, (graph->first[graph->count] + 1) * sizeof(struct text))};
    for (size_t thing = 0; thing < graph->count; thing++) {
        seen[thing] = thing + 1;
        for (size_t edge = graph->first[thing]; edge < graph->first[thing + 1]; edge++)
            seen[graph->targets[edge]] = thing + 1;
        missing.count = 0;
        for (size_t i = back.first[thing]; i < back.first[thing + 1]; i++) {
            const struct action_reference *reference = &check->graph->references[back.targets[i]];
            size_t from = reference->from->original->order;
            if (seen[from] == thing + 1)
                continue;
            seen[from] = thing + 1;
            if (missing.count == 0)
                missing.at = reference->to;
            missing.numbers[missing.count++] = reference->from->number.text;
        }
        if (missing.count > 0)
            report_one_way(check, &missing);
    }
}

void check_plan_references(const struct repository *repository, const struct plan *plan) {
    if (plan->source->broken)
        return;
    struct action_graph sees = action_graph_make(plan, action_sees, repository->arena);
    struct action_graph waits = action_graph_make(plan, action_depends_on, repository->arena);
    const struct reference_check seeing = {repository, plan, &sees},
                                 waiting = {repository, plan, &waits};
    for (size_t i = 0; i < sees.graph.first[sees.graph.count]; i++)
        check_not_dropped(&seeing, &sees.references[i], false);
    for (size_t i = 0; i < waits.graph.first[waits.graph.count]; i++)
        check_not_dropped(&waiting, &waits.references[i], true);
    for (size_t i = 0; i < waits.graph.first[waits.graph.count]; i++)
        check_not_later(&waiting, &waits.references[i]);
    check_both_ways(&seeing);
}
