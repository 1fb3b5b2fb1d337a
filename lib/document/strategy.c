// SPDX-License-Identifier: MIT

#include "document/kinds.h"

#include "model/status/history.h"
#include "model/tree/plans.h"
#include "view/plan/level_words.h"
#include "view/strategy/strategy.h"

static bool write_strategy(const struct document *document, enum format format,
                           struct document_maker *maker, struct output *output) {
    const struct repository *repository = document->repository;
    const struct plan *plan = document->plan;
    struct view_context context;
    const struct status_notes notes = repository_notes_on(repository, plan);
    if (plan != NULL)
        plan = plan_on_day(plan, &notes, document->choices.today, maker->arena);
    document_view(document, maker, VIEW_OF_OTHER, format, &context);
    struct value value = strategy_value(&context, repository->strategy, plan);
    return maker_write_view(maker, document->kind->templates, format, &value,
                            output_writer(output));
}

bool strategy_document_write(const struct document *document, enum format format,
                             struct document_maker *maker, struct output *output) {
    const struct labels *labels = maker->labels;
    maker->labels = labels_of_plan(labels, document->plan, maker->arena);
    bool written = write_strategy(document, format, maker, output);
    maker->labels = labels;
    return written;
}
