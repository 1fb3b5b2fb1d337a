// SPDX-License-Identifier: MIT

#include "check/plan/rules.h"

#include "base/message.h"
#include "base/writer.h"
#include "check/plan/graph.h"

struct cycle_check {
    const struct repository *repository;
    const struct plan *plan;
    const struct action_graph *graph;
};

// "1.1.1 → 1.2.1 → 1.1.1"; of a long way its beginning.
static struct text way_text(const struct cycle_check *check, const struct cycle *cycle) {
    enum { MOST_NAMED = 8 };
    struct writer writer;
    writer_to_memory(&writer, check->repository->arena);
    const struct action_reference *references = check->graph->references;
    size_t last = cycle->edges[cycle->count - 1];
    writer_put(&writer, references[last].to->number.text);
    for (size_t i = 0; i + 1 < cycle->count && i < MOST_NAMED; i++) {
        writer_put(&writer, TEXT(" → "));
        writer_put(&writer, references[cycle->edges[i]].to->number.text);
    }
    if (cycle->count > MOST_NAMED + 1)
        writer_put(&writer, TEXT(" → …"));
    writer_put(&writer, TEXT(" → "));
    writer_put(&writer, references[last].to->number.text);
    return writer_text(&writer);
}

static void report_cycle(void *context, const struct cycle *cycle) {
    const struct cycle_check *check = context;
    struct diagnostics *diagnostics = check->repository->diagnostics;
    struct text file = check->plan->source->path;
    const struct action_reference *last = &check->graph->references[cycle->edges[cycle->count - 1]];
    if (cycle->count == 1)
        report(diagnostics, RULE_CIRCULAR_REFERENCE, file, last->at,
               _("action %.*s refers to itself"), TEXT_ARGS(last->from->number.text));
    else
        report(diagnostics, RULE_CIRCULAR_REFERENCE, file, last->at,
               _("none of these actions can come first, for they depend on each other: %.*s"),
               TEXT_ARGS(way_text(check, cycle)));
}

void check_plan_cycles(const struct repository *repository, const struct plan *plan) {
    struct plan_walk walk = {.plan = plan};
    bool any = false;
    for (const struct action *action; !any && (action = plan_next_action(&walk)) != NULL;)
        any = action->depends_on.count > 0;
    if (!any)
        return;
    struct action_graph graph = action_graph_make(plan, action_depends_on, repository->arena);
    struct cycle_check check = {repository, plan, &graph};
    cycles_find(&graph.graph, repository->arena, report_cycle, &check);
}
